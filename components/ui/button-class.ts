type Kind = 'primary' | 'secondary' | 'quiet' | 'seqr';

const base =
  'inline-flex min-h-12 items-center justify-center gap-2 rounded-full px-6 py-2.5 text-center font-display text-base font-semibold transition-colors aria-busy:opacity-70 in-aria-busy:opacity-70 disabled:opacity-60';

const kinds: Record<Kind, string> = {
  primary: 'bg-pine text-on-pine hover:bg-pine-deep',
  secondary: 'border border-control bg-surface text-ink hover:border-pine hover:bg-pine-soft',
  quiet: 'text-ink underline decoration-line decoration-2 underline-offset-4 hover:decoration-pine',
  seqr: 'bg-seqr-deep text-on-seqr hover:opacity-90',
};

/** The style of buttons, and of links to the next step. */
export function buttonClass(kind: Kind = 'primary', more = ''): string {
  return `${base} ${kinds[kind]} ${more}`;
}
