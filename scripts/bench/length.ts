/** With `--short`, each part of the bench runs only long enough to show that it works. */
const isShort = process.argv.includes('--short');

/** How often or how long something is measured: `whole`, or `short` with `--short`. */
export function length(whole: number, short: number): number {
  return isShort ? short : whole;
}
