import { placeholderAddress, readWsdl, targetNamespace } from '../../seqr/contract/wsdl';
import { serverAddress } from '../../server-address';
import { escapeXml } from '../../xml/write-xml';
import { type ServiceNames, serviceNamesAt } from '../operations/published-paths';

let contract: string | undefined;

/**
 * Serves the contract of the requested path, with the address that the client used, so that the client needs no other
 * setting. If the service's namespace differs from that of the messages, the contract imports the messages from
 * `?wsdl=contract` on the same path.
 */
export function serveContract(request: Request): Response {
  contract ??= readWsdl();
  const address = escapeXml(addressOf(request));
  const names = serviceNamesAt(new URL(request.url).pathname);
  const wsdl = isMessagesQuery(request)
    ? withoutService(contract)
    : names.namespace === targetNamespace
      ? contract.replace(placeholderAddress, () => address)
      : writeService(names, address);
  return new Response(wsdl, { headers: { 'Content-Type': 'text/xml; charset=utf-8', 'Cache-Control': 'no-cache' } });
}

/** Whether the request has `?wsdl`, in any letter case, because SOAP stacks differ. */
export function asksForContract(request: Request): boolean {
  return wsdlQuery(request) !== undefined;
}

function isMessagesQuery(request: Request): boolean {
  return wsdlQuery(request)?.toLowerCase() === 'contract';
}

function wsdlQuery(request: Request): string | undefined {
  return [...new URL(request.url).searchParams].find(([key]) => key.toLowerCase() === 'wsdl')?.[1];
}

function withoutService(wsdl: string): string {
  return wsdl.replace(/\n\s*<wsdl:service[\s\S]*<\/wsdl:service>/, '');
}

function writeService({ namespace, service, port }: ServiceNames, address: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<wsdl:definitions
  name="${service}"
  targetNamespace="${namespace}"
  xmlns:ext="${targetNamespace}"
  xmlns:wsdl="http://schemas.xmlsoap.org/wsdl/"
  xmlns:soap="http://schemas.xmlsoap.org/wsdl/soap/">
  <wsdl:import namespace="${targetNamespace}" location="${address}?wsdl=contract"/>
  <wsdl:service name="${service}">
    <wsdl:port name="${port}" binding="ext:ERSWSExternalClientServiceServiceSoapBinding">
      <soap:address location="${address}"/>
    </wsdl:port>
  </wsdl:service>
</wsdl:definitions>
`;
}

function addressOf(request: Request): string {
  return serverAddress(request) + new URL(request.url).pathname;
}
