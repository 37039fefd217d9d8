// Runs before each test file. The worker keeps its modules (resident-worker.ts), but a mutant in code that runs while a
// module loads needs the modules to be loaded again, and so does the run after it.
import { inject, vi } from 'vitest';

declare module 'vitest' {
  interface ProvidedContext {
    mutantActivation: 'static' | 'runtime' | undefined;
  }
}

// fresh-process.ts forgets the shop's own process-wide values.
const key = Symbol.for('mutation.reload');
const isStatic = inject('mutantActivation') === 'static';
if (isStatic || Reflect.get(globalThis, key) === true) vi.resetModules();
Reflect.set(globalThis, key, isStatic);

// Nobody reads the traces of the failures that mutants cause. Vitest would read the source maps of all modules in them.
Error.stackTraceLimit = 0;
