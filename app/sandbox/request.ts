import { headers } from 'next/headers';
import { notFound } from 'next/navigation';
import { config } from '@/lib/config';
import type { FullLanguage } from '@/lib/i18n/languages';
import { pickLanguage } from '@/lib/i18n/pick-language';

export type Query = Promise<Record<string, string | string[] | undefined>>;

/** Calls `notFound` if the sandbox is off. */
export function notFoundWithoutSandbox(): void {
  if (!config().sandbox.enabled) notFound();
}

/** The last value of a query parameter. */
export function lastValue(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value.at(-1) : value;
}

export async function requestLanguage(requested?: string): Promise<FullLanguage> {
  return pickLanguage(requested, (await headers()).get('accept-language'));
}
