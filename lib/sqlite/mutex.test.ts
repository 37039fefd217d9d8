import { setImmediate as letOthersRun } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { Mutex } from './mutex';

it('runs one task after the other, in the order of their calls', async () => {
  const mutex = new Mutex();
  const steps: string[] = [];
  const task = (name: string) => async () => {
    steps.push(`${name} begins`);
    await letOthersRun();
    steps.push(`${name} ends`);
    return name;
  };
  expect(await Promise.all(['a', 'b', 'c'].map((name) => mutex.run(task(name))))).toEqual(['a', 'b', 'c']);
  expect(steps).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends']);
});

it('tells a failure to its caller only, and goes on', async () => {
  const mutex = new Mutex();
  const failing = mutex.run(async () => {
    throw new Error('no');
  });
  const next = mutex.run(async () => 'yes');
  await expect(failing).rejects.toThrow('no');
  expect(await next).toBe('yes');
});
