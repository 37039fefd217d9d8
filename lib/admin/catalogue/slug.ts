import { maxLengths } from '../../input-limits';

// The last part of a product's or category's address.

const MAX_SLUG = maxLengths.slug;
/** Not allowed as slugs, because the back office has pages with these names at the same place in its paths. */
const reserved: ReadonlySet<string> = new Set(['categories', 'create', 'export', 'import', 'new', 'pictures']);

export const slugPattern = '[a-z0-9]+(-[a-z0-9]+)*';
const slugForm = new RegExp(`^${slugPattern}$`);

/** Whether a new product or category may have this slug. */
export function isSlug(text: string): boolean {
  return text.length <= MAX_SLUG && slugForm.test(text) && !reserved.has(text);
}

const letters: Record<string, string> = {
  æ: 'ae',
  ø: 'o',
  œ: 'oe',
  ß: 'ss',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  '&': ' and ',
};

/** `Skål & fat` → `skal-and-fat`. Empty if no character of the name can be in an address. */
export function toSlug(name: string): string {
  return shorten(
    name
      .toLowerCase()
      .replace(/[æøœßđðþł&]/g, (letter) => letters[letter] ?? '')
      .normalize('NFKD')
      .replace(/[\p{M}\p{Cf}'’]+/gu, '')
      .replace(/[^a-z0-9]+/g, '-'),
    MAX_SLUG,
  );
}

/** `mug` → `mug-2`, `mug-3` …, at most 40 characters. */
export function numberedSlug(slug: string, number: number): string {
  return `${shorten(slug, MAX_SLUG - 1 - String(number).length)}-${number}`;
}

/** Cuts at the end of a word if there is one in the second half. */
function shorten(slug: string, length: number): string {
  const trimmed = slug.replace(/^-+|-+$/g, '');
  if (trimmed.length <= length) return trimmed;
  const cut = trimmed.slice(0, length + 1);
  const end = cut.lastIndexOf('-');
  return (end > length / 2 ? cut.slice(0, end) : cut.slice(0, length)).replace(/-+$/, '');
}
