import { theSandbox } from '../the-sandbox';
import { handleSoap as handle } from './handle-soap';

/** SEQR's SOAP service on this process's sandbox. */
export async function handleSoap(request: Request): Promise<Response> {
  return handle(request, await theSandbox());
}
