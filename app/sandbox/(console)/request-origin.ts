import { headers } from 'next/headers';

/** The address under which this page was asked for. */
export async function requestOrigin(): Promise<string> {
  const given = await headers();
  const protocol = given.get('x-forwarded-proto')?.split(',')[0]?.trim() ?? 'http';
  return `${protocol}://${given.get('x-forwarded-host') ?? given.get('host') ?? 'localhost'}`;
}
