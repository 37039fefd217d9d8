import { keysOf } from '../../lib/keys-of';

// Random numbers that follow from a seed alone (mulberry32): the same seed makes the same plan on any machine.

export type Random = ReturnType<typeof randomFrom>;

export function randomFrom(seed: string) {
  let state = hash(seed);
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    chance: (probability: number) => next() < probability,
    /** A whole number from `from` to `to`, both included. */
    between: (from: number, to: number) => from + Math.floor(next() * (to - from + 1)),
    /** Throws if there is nothing to pick from. */
    pick<Item>(list: readonly Item[]): Item {
      const item = list[Math.floor(next() * list.length)];
      if (item === undefined) throw new RangeError('random: there is nothing to pick from');
      return item;
    },
    /** One of the keys, with a probability in proportion to its weight. */
    weighted<Key extends string>(weights: Readonly<Record<Key, number>>): Key {
      const keys = keysOf(weights);
      let left = next() * keys.reduce((sum, key) => sum + weights[key], 0);
      for (const key of keys) {
        left -= weights[key];
        if (left < 0) return key;
      }
      const last = keys.at(-1);
      if (last === undefined) throw new RangeError('random: there is nothing to pick from');
      return last;
    },
  };
}

function hash(text: string): number {
  let value = 2_166_136_261;
  for (const character of text) value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 16_777_619);
  return value;
}
