import { expect, test } from 'vitest';
import { answerOf, startService, success } from '../testing/test-service';
import { createAgents } from './exchange';
import { createHttpClient } from './http-client';

test('reports an error that node-soap throws while it reads an answer', async () => {
  const service = await startService((response) => response.end(answerOf('benchmarkingNop', success)));
  const agents = createAgents();
  const call = { operation: 'benchmarkingNop', timeoutMs: 5000, maxBytes: 1000, secrets: [] } as const;
  const reported = await new Promise((resolve) => {
    const done = (error: unknown) => {
      if (error === null) throw new TypeError('node-soap cannot read it');
      resolve(error);
    };
    createHttpClient(agents).request(service.address, '<x/>', done, {}, call);
  });
  expect(reported).toEqual(new TypeError('node-soap cannot read it'));
  agents.close();
  await service.close();
});
