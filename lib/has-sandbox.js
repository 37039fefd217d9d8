/**
 * Whether the server brings SEQR's sandbox: a shop with another SEQR service does not, unless it is told to. Plain
 * JavaScript, for what runs before anything is compiled.
 *
 * @param {{ SEQR_SANDBOX?: string | undefined, SEQR_WSDL_URL?: string | undefined }} env an empty variable is not set
 */
export function hasSandbox({ SEQR_SANDBOX, SEQR_WSDL_URL }) {
  return (SEQR_SANDBOX || (SEQR_WSDL_URL ? 'off' : 'on')) !== 'off';
}
