import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The only namespace of the contract; of a message it qualifies the wrapper element and nothing else. */
export const targetNamespace = 'http://external.interfaces.ers.seamless.com/';

export const soapEnvelopeNamespace = 'http://schemas.xmlsoap.org/soap/envelope/';

/** What stands in seqr.wsdl where the address of the service belongs; who serves the file replaces it. */
export const placeholderAddress = 'http://localhost/soap/merchant/cashregister-2';

// Relative to the working directory, which is the project's root for every command: a bundler moves this module, but
// not the file beside it, so that import.meta.url would lead astray in a production build.
export const wsdlPath = join(process.cwd(), 'lib/seqr/contract/seqr.wsdl');

/** The contract as it lies on disk, the placeholder address included. */
export function readWsdl(): string {
  return readFileSync(wsdlPath, 'utf8');
}
