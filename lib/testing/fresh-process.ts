// Runs before each test file. Test files share a process and its modules, which halves the processor time. So this
// restores the original environment and removes the previous file's process-wide values.
import { vi } from 'vitest';
import { processGlobal } from '../process-global';

const environment = processGlobal('test-environment', () => ({ ...process.env }));
for (const name of Object.keys(process.env)) if (!(name in environment)) delete process.env[name];
Object.assign(process.env, environment);

for (const symbol of Object.getOwnPropertySymbols(globalThis)) {
  const name = Symbol.keyFor(symbol) ?? '';
  if (name.startsWith('seqr-webshop.') && name !== 'seqr-webshop.test-environment') {
    Reflect.deleteProperty(globalThis, symbol);
  }
}
vi.useRealTimers();
vi.restoreAllMocks();
vi.unstubAllGlobals();
