import { targetNamespace } from '../../seqr/contract/wsdl';
import type { AcknowledgmentMode } from '../invoices/acknowledgment';

/** The names by which a compiled client looks up its service on a path. */
export interface ServiceNames {
  namespace: string;
  service: string;
  port: string;
}

const clientProxy: ServiceNames = {
  namespace: targetNamespace,
  service: 'ERSWSExternalClientServiceService',
  port: 'ERSWSExternalClientServicePort',
};

const cashRegister: ServiceNames = {
  namespace: 'http://externalclientservice.cashregister.seamless.com/',
  service: 'ERSWSExternalClientServiceImplService',
  port: 'ERSWSExternalClientServiceImplPort',
};

export const VERSION_1_PATH = '/extclientproxy/service';

/** The paths on which SEQR published its SOAP service. Sources: SEQR manual 2.4.2.1; SEQR client 2.11. */
export const publishedPaths: ReadonlyMap<string, ServiceNames> = new Map([
  ['/soap/merchant/cashregister-2', cashRegister],
  ['/extclientproxy/service/v2', clientProxy],
  [VERSION_1_PATH, clientProxy],
]);

/** Any other path has the names that the contract file has. */
export function serviceNamesAt(path: string): ServiceNames {
  return publishedPaths.get(path) ?? clientProxy;
}

/** What sendInvoice without an acknowledgmentMode means on a path. Source: SEQR developer site: FAQ. */
export function acknowledgmentDefaultAt(path: string): AcknowledgmentMode {
  return path === VERSION_1_PATH ? 'NO_ACKNOWLEDGMENT' : 'REQUIRE_ACKNOWLEDGMENT';
}
