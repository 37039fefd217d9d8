type Kind = 'primary' | 'secondary' | 'quiet' | 'seqr';

// Tailwind must find each class name as a whole in the source.
const kinds: Record<Kind, string> = {
  primary: 'button button-primary',
  secondary: 'button button-secondary',
  quiet: 'button button-quiet',
  seqr: 'button button-seqr',
};

/** The style of buttons, and of links to the next step. */
export function buttonClass(kind: Kind = 'primary', more?: string): string {
  return more === undefined ? kinds[kind] : `${kinds[kind]} ${more}`;
}
