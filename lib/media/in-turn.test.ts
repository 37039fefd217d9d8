import { expect, it } from 'vitest';
import { inTurn } from './in-turn';

it('runs one call at a time, continues after an error, and refuses a sixth call', async () => {
  const log: string[] = [];
  const releases: (() => void)[] = [];
  const work = (name: string) => async () => {
    log.push(`${name} starts`);
    await new Promise<void>((resolve) => releases.push(resolve));
    log.push(`${name} ends`);
    if (name === 'a') throw new Error('a fails');
    return name;
  };
  const running = ['a', 'b', 'c', 'd', 'e'].map((name) => inTurn(work(name)));
  const outcomes = Promise.allSettled(running);
  expect(await inTurn(work('f'))).toBe('busy');
  for (let released = 0; released < 5; released++) {
    await expect.poll(() => releases.length).toBe(released + 1);
    releases[released]?.();
  }
  expect((await outcomes).map(({ status }) => status)).toEqual(['rejected', ...Array(4).fill('fulfilled')]);
  expect(log).toEqual(['a', 'b', 'c', 'd', 'e'].flatMap((name) => [`${name} starts`, `${name} ends`]));
  expect(await inTurn(async () => 'g')).toBe('g');
});
