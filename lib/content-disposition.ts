/**
 * The header for a file name. Characters that could end the name or the header, such as quotes or line breaks, become
 * `_`.
 */
export function contentDisposition(kind: 'attachment' | 'inline', filename: string): string {
  return `${kind}; filename="${filename.replace(/[^\w.-]/g, '_')}"`;
}
