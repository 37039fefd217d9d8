import { headers } from 'next/headers';
import { notFound } from 'next/navigation';
import { config } from '@/lib/config';
import type { Language } from '@/lib/i18n/languages';
import { pickLanguage } from '@/lib/i18n/pick-language';

export type Query = Promise<Record<string, string | string[] | undefined>>;

/** All of the sandbox is absent where it is not switched on. */
export function requireSandbox(): void {
  if (!config().sandbox.enabled) notFound();
}

/** The last of a query parameter's values. */
export function only(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value.at(-1) : value;
}

export async function requestLanguage(asked?: string): Promise<Language> {
  return pickLanguage(asked, (await headers()).get('accept-language'));
}
