/** Parameters that links and forms carry along: payer, language, how the app was opened. */
export type Carried = Readonly<Record<string, string>>;

export function withCarried(path: string, carried: Carried): string {
  const query = new URLSearchParams(Object.entries(carried).filter(([name]) => name !== 'via'));
  return query.size > 0 ? `${path}?${query}` : path;
}
