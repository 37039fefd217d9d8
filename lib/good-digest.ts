import { createHash } from 'node:crypto';

type Good = {
  readonly image: string;
  readonly texts: readonly {
    readonly language: string;
    readonly name: string;
    readonly summary: string;
    readonly description: string;
    readonly imageAlt: string;
  }[];
};

/** A digest of a good's picture and texts, to tell whether somebody has changed them. Price and stock do not count. */
export function goodDigest({ image, texts }: Good): string {
  const rows = texts
    .map(({ language, name, summary, description, imageAlt }) => [language, name, summary, description, imageAlt])
    .sort(([a = ''], [b = '']) => (a < b ? -1 : 1));
  return createHash('sha256')
    .update(JSON.stringify([image, rows]))
    .digest('hex');
}
