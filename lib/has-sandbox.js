/**
 * Whether this server includes SEQR's sandbox: yes, unless the shop uses another SEQR service and does not request it.
 * Plain JavaScript, because it also runs before anything is compiled.
 *
 * @param {NodeJS.ProcessEnv | { SEQR_SANDBOX?: string | undefined, SEQR_WSDL_URL?: string | undefined }} env an empty variable counts as unset
 */
export function hasSandbox({ SEQR_SANDBOX, SEQR_WSDL_URL }) {
  return (SEQR_SANDBOX || (SEQR_WSDL_URL ? 'off' : 'on')) !== 'off';
}
