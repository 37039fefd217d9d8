/** What stands in the log in place of a password. */
const MASK = '***';

/**
 * A shell command that sends a logged request again. The log holds no passwords, so one is put in by a variable,
 * which is filled in already when the caller may know it.
 */
export function toCurl(endpoint: string, request: string, password?: string): string {
  const body = request.replace(/[\\$`]/g, '\\$&').replaceAll(MASK, () => '$SEQR_PASSWORD');
  const variable = request.includes(MASK)
    ? `SEQR_PASSWORD='${(password ?? 'the password').replaceAll("'", "'\\''")}'\n`
    : '';
  return `${variable}curl -s '${endpoint}' -H 'Content-Type: text/xml; charset=utf-8' -H 'SOAPAction: ""' --data-binary @- <<END_OF_REQUEST\n${body}\nEND_OF_REQUEST\n`;
}
