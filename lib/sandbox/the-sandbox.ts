import { config } from '../config';
import { processGlobal } from '../process-global';
import { createSandbox, type RunningSandbox } from './sandbox';

/** This process's sandbox, opened at the first call. */
export function theSandbox(): Promise<RunningSandbox> {
  return processGlobal('sandbox', () => {
    const { databaseUrl, qrBase, public: hosted, messagesKept } = config().sandbox;
    return createSandbox({ databaseUrl, qrBase, hosted, messagesKept });
  });
}
