/** The query parameters that every link and form of the payer app repeats: payer, language, how the app was opened. */
export type SessionQuery = Readonly<Record<string, string>>;

/** Adds all parameters except `via`, which belongs to one invoice's page. */
export function withSessionQuery(path: string, sessionQuery: SessionQuery): string {
  const query = new URLSearchParams(Object.entries(sessionQuery).filter(([name]) => name !== 'via'));
  return query.size > 0 ? `${path}?${query}` : path;
}
