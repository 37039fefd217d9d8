/** `anna.berg@example.com` → `a•••@example.com`: enough for its owner, and no address to collect for anybody else. */
export function maskEmail(email: string): string {
  const at = email.lastIndexOf('@');
  return at < 1 ? '•••' : `${[...email][0]}•••${email.slice(at)}`;
}
