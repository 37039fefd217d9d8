/** What stands in the log in place of a password: `<password>***</password>`. */
const MASKED = /(<(?:[\w.-]+:)?\w*password\b[^<>]*>)\*\*\*(?=<\/)/gi;
/** Escape sequences of a logged message could end a terminal's paste mode. */
const CONTROLS = /(?![\t\n\r])[\p{Cc}\u2028\u2029]/gu;

/**
 * A shell command that sends a logged request again. Strangers write such requests, and merchants paste the command into
 * a shell, so everything is in single quotes, which no text can end: a quote in it becomes `'\''`. The log holds no
 * passwords: they come from a variable, which is filled in already when the caller may know it.
 */
export function toCurl(endpoint: string, request: string, password?: string): string {
  const text = request.replace(CONTROLS, '');
  const isMasked = text.search(MASKED) >= 0;
  const body = quote(text).replace(MASKED, (_, tag: string) => `${tag}'"$SEQR_PASSWORD"'`);
  const variable = isMasked ? `SEQR_PASSWORD=${quote(password ?? 'the password')}\n` : '';
  // Not --data-binary, which reads a file when the text begins with @.
  return `${variable}curl -s ${quote(endpoint)} -H 'Content-Type: text/xml; charset=utf-8' -H 'SOAPAction: ""' --data-raw ${body}\n`;
}

function quote(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
