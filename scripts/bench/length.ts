/** With `--short`, each part of the bench runs only long enough to show that it works. */
export const isShort = process.argv.includes('--short');

/** How often or how long something is measured, or what is measured: `whole`, or `short` with `--short`. */
export function fullOrShort<Value>(whole: Value, short: Value): Value {
  return isShort ? short : whole;
}
