type Kind = 'primary' | 'secondary' | 'danger' | 'quiet';

const kinds: Record<Kind, string> = {
  primary: 'bg-pine text-on-pine hover:bg-pine-deep',
  secondary: 'border border-control bg-surface hover:border-pine hover:bg-pine-soft',
  danger: 'border border-falu bg-surface text-falu hover:bg-falu-soft',
  quiet: 'underline decoration-line decoration-2 underline-offset-4 hover:decoration-pine',
};

/** The style of a button, or of a link to the next step. It is denser than the shop's. */
export function button(kind: Kind = 'primary', more = ''): string {
  return `inline-flex min-h-11 items-center justify-center gap-2 rounded-field px-4 py-2 font-semibold ${kinds[kind]} ${more}`;
}

export const field = 'block h-11 w-full rounded-field border border-control bg-surface px-3 text-base';

export const panel = 'rounded-tile border border-line bg-surface p-4 sm:p-5';

export const textLink = 'underline decoration-line decoration-2 underline-offset-4 hover:decoration-pine';
