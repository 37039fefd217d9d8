/** A password in the log: `<password>***</password>`. */
const MASKED = /(<(?:[\w.-]+:)?\w*password\b[^<>]*>)\*\*\*(?=<\/)/gi;
/** Escape sequences in a logged message could end a terminal's paste mode. */
const CONTROLS = /(?![\t\n\r])[\p{Cc}\u2028\u2029]/gu;

/**
 * A shell command that resends a logged request. Requests are untrusted and merchants paste the command into a shell,
 * so everything is in single quotes; a quote in the text becomes `'\''`. The log has no passwords: they come from a
 * variable, which is filled in if the caller may know it.
 */
export function toCurl(endpoint: string, request: string, password?: string): string {
  const text = request.replace(CONTROLS, '');
  const isMasked = text.search(MASKED) >= 0;
  const body = quote(text).replace(MASKED, (_, tag: string) => `${tag}'"$SEQR_PASSWORD"'`);
  const variable = isMasked ? `SEQR_PASSWORD=${quote(password ?? 'the password')}\n` : '';
  // --data-binary is not used, because it reads a file if the text begins with @.
  return `${variable}curl -s ${quote(endpoint)} -H 'Content-Type: text/xml; charset=utf-8' -H 'SOAPAction: ""' --data-raw ${body}\n`;
}

function quote(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
