import { targetNamespace } from '../../seqr/contract/wsdl';
import type { AcknowledgmentMode } from '../database/generated/client';

/** The names that a compiled client uses to look up its service on a path. */
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

const VERSION_1_PATH = '/extclientproxy/service';

/** SEQR's published SOAP paths. Sources: SEQR manual 2.4.2.1; SEQR client 2.11. */
export const publishedPaths: ReadonlyMap<string, ServiceNames> = new Map([
  ['/soap/merchant/cashregister-2', cashRegister],
  ['/extclientproxy/service/v2', clientProxy],
  [VERSION_1_PATH, clientProxy],
]);

/** The names of the service on a path. Unpublished paths have the names in the contract file. */
export function serviceNamesAt(path: string): ServiceNames {
  return publishedPaths.get(path) ?? clientProxy;
}

/** The default acknowledgmentMode of sendInvoice on a path. Source: SEQR developer site: FAQ. */
export function acknowledgmentDefaultAt(path: string): AcknowledgmentMode {
  return path === VERSION_1_PATH ? 'NO_ACKNOWLEDGMENT' : 'REQUIRE_ACKNOWLEDGMENT';
}
