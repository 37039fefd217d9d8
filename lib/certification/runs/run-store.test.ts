import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runView, testView } from '../../testing/certification-run';
import { acquireRunLock, currentRun, listRuns, readReport, readRun, saveRun } from './run-store';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'runs-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const { id } = runView();
const run = runView({
  state: 'running',
  prompt: { what: 'pay', qrCode: 'HTTP://SEQR.SE/R1' },
  tests: [testView({ verdict: 'running', ms: null })],
});

describe('acquireRunLock', () => {
  it('allows one run until it is released', () => {
    const release = acquireRunLock(folder, id);
    expect(currentRun(folder)).toBe(id);
    expect(acquireRunLock(folder, '20261126-120001-pos')).toBeNull();
    release?.();
    expect(currentRun(folder)).toBeNull();
    acquireRunLock(folder, '20261126-120001-pos')?.();
  });

  it('replaces the lock of a dead or unresponsive process', () => {
    writeFileSync(join(folder, 'running'), `${id} 999999999`);
    expect(currentRun(folder)).toBeNull();
    const release = acquireRunLock(folder, id);
    expect(release).not.toBeNull();
    const before = new Date(Date.now() - 60_000);
    utimesSync(join(folder, 'running'), before, before);
    expect(currentRun(folder)).toBeNull();
    release?.();
  });
});

describe('a run', () => {
  it('has reports only after it ended', () => {
    const release = acquireRunLock(folder, id);
    saveRun(folder, run);
    expect(readRun(folder, id)?.state).toBe('running');
    expect(readReport(folder, id, 'html')).toBeNull();
    saveRun(folder, { ...run, state: 'passed' });
    release?.();
    expect(readReport(folder, id, 'html')).toContain('Certified');
    expect(readReport(folder, id, 'junit')).toContain('<testsuite');
  });

  it('is shown as interrupted, without a prompt, if its process died', () => {
    saveRun(folder, run);
    const [read] = listRuns(folder);
    expect(read).toMatchObject({ state: 'interrupted', prompt: null });
    expect(read?.problem).toContain('interrupted');
    expect(read?.tests.map(({ verdict }) => verdict)).toEqual(['skipped']);
  });

  it.each(['..', '../..', '20261126-120000-other', '', '20261126-120000-webshop/../x'])(
    'is never found as %j',
    (strange) => {
      saveRun(folder, run);
      expect(readRun(folder, strange)).toBeNull();
      expect(readReport(folder, strange, 'html')).toBeNull();
    },
  );
});
