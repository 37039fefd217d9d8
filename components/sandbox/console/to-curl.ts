/** What stands in the log in place of a password: `<password>***</password>`. */
const MASKED = /(<(?:[\w.-]+:)?\w*password\b[^<>]*>)\*\*\*(?=<\/)/gi;

/**
 * A shell command that sends a logged request again. The log holds no passwords, so one is put in by a variable,
 * which is filled in already when the caller may know it.
 */
export function toCurl(endpoint: string, request: string, password?: string): string {
  const body = request.replace(/[\\$`]/g, '\\$&').replace(MASKED, (_, tag: string) => `${tag}$SEQR_PASSWORD`);
  const isMasked = request.search(MASKED) >= 0;
  const variable = isMasked ? `SEQR_PASSWORD='${(password ?? 'the password').replaceAll("'", "'\\''")}'\n` : '';
  return `${variable}curl -s '${endpoint}' -H 'Content-Type: text/xml; charset=utf-8' -H 'SOAPAction: ""' --data-binary @- <<END_OF_REQUEST\n${body}\nEND_OF_REQUEST\n`;
}
