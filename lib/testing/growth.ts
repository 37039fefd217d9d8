// For tests: measures whether the cost grows faster than the input. It compares ratios only, so the machine's speed
// does not matter.

const ROUNDS = 5;
/** Long, because these tests compare costs, not times: at a load of 60, they take minutes. */
export const GROWTH_TIMEOUT_MS = 600_000;
/**
 * Higher ratios count as superlinear. More than 2, because caches and garbage collections distort a measurement. A higher
 * ratio is measured again.
 */
export const MAX_LINEAR_RATIO = 3;
const SERIES = 10;
/** For shorter inputs, fixed cost outweighs the growth between a quarter and a half. */
const MIN_SIZE_FOR_QUARTER = 50_000;
/** A round is long enough for the clock, and short enough for hundreds of measurements. */
const ROUND_MS = 3;

/**
 * Returns how the cost grows when the input doubles: about 2 for linear work, about 4 for quadratic work. Compares an input
 * of `size` with one of half the size. For long inputs, every second series compares the half with a quarter instead: an
 * input that no longer fits a cache or V8's young generation costs more at one of these sizes only. Quadratic work grows at
 * both. The lowest ratio counts. Each series compares the best of five rounds, because one series can hit a slower
 * processor than another. Measures processor time, because other tests run concurrently.
 */
export async function measureGrowth<Input>(
  size: number,
  make: (size: number) => Input,
  work: (input: Input) => unknown,
): Promise<number> {
  const [full, half, quarter] = [make(size), make(Math.floor(size / 2)), make(Math.floor(size / 4))];
  await work(full);
  let ratio = Number.POSITIVE_INFINITY;
  for (let series = 0; series < SERIES && ratio > MAX_LINEAR_RATIO; series++) {
    const inputs =
      size < MIN_SIZE_FOR_QUARTER || series % 2 === 0 ? { short: half, long: full } : { short: quarter, long: half };
    const best = { short: Number.POSITIVE_INFINITY, long: Number.POSITIVE_INFINITY };
    for (let round = 0; round < ROUNDS; round++) {
      for (const part of ['short', 'long'] as const) best[part] = Math.min(best[part], await cost(inputs[part], work));
    }
    ratio = Math.min(ratio, best.long / best.short);
  }
  return ratio;
}

async function cost<Input>(input: Input, work: (input: Input) => unknown): Promise<number> {
  const before = process.cpuUsage();
  let milliseconds = 0;
  let times = 0;
  while (milliseconds < ROUND_MS) {
    await work(input);
    times += 1;
    const { user, system } = process.cpuUsage(before);
    milliseconds = (user + system) / 1000;
  }
  return milliseconds / times;
}

/** Texts that are hard to parse, by content. Each has at most the given number of bytes. */
export const fillings = {
  blanks: (length) => `1${' '.repeat(length - 2)}1`,
  digits: (length) => '1'.repeat(length),
  letters: (length) => 'a'.repeat(length),
  commas: (length) => ','.repeat(length),
  'percent signs': (length) => '%'.repeat(length),
  'underscores and letters': (length) => repeat('_a', length),
  'opening brackets': (length) => '['.repeat(length),
  quotes: (length) => repeat(`"'`, length),
  ampersands: (length) => '&'.repeat(length),
  'line breaks': (length) => repeat('\r\n', length),
  'no-break spaces': (length) => '\u00a0'.repeat(length),
  // Unicode normalization sorts accents in quadratic time.
  accents: (length) => `e${'\u0301'.repeat(length / 4)}${'\u0316'.repeat(length / 4 - 1)}`,
  // Host names are encoded in quadratic time.
  'a host of many letters': (length) => `http://${hostLetters(Math.floor(length / 3) - 3)}`,
} satisfies Record<string, (length: number) => string>;

export type Filling = keyof typeof fillings;

function repeat(piece: string, length: number): string {
  return piece.repeat(length / piece.length);
}

function hostLetters(count: number): string {
  return Array.from({ length: count }, (_, index) => String.fromCodePoint(0x4e00 + (index % 20_000))).join('');
}
