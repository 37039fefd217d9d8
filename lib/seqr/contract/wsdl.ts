import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The only namespace of the contract. In a message it qualifies only the wrapper element. */
export const targetNamespace = 'http://external.interfaces.ers.seamless.com/';

export const soapEnvelopeNamespace = 'http://schemas.xmlsoap.org/soap/envelope/';

/** The placeholder for the service's address in seqr.wsdl. The code that serves the file replaces it. */
export const placeholderAddress = 'http://localhost/soap/merchant/cashregister-2';

// The path is relative to the working directory, which is the project's root for every command. import.meta.url would
// be wrong in a production build, because a bundler moves this module but not the file beside it.
export const wsdlPath = join(process.cwd(), 'lib/seqr/contract/seqr.wsdl');

/** Reads the contract from disk, with the placeholder address. */
export function readWsdl(): string {
  return readFileSync(wsdlPath, 'utf8');
}
