/** `anna.berg@example.com` → `a•••@example.com`: recognizable for its owner, useless for address harvesting. */
export function maskEmail(email: string): string {
  const at = email.lastIndexOf('@');
  return at < 1 ? '•••' : `${[...email][0]}•••${email.slice(at)}`;
}
