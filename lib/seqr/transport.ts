import { z } from 'zod';
import { outcome } from './answers';
import { checkLengths, createContext, type SeqrOptions } from './context';
import { resultName } from './contract/result-codes';
import { createAgents } from './exchange';
import { type Operation, operations } from './operations';
import { passwordsIn, redact } from './redact';
import { SeqrError } from './seqr-error';
import { createSoapClient, type SoapClient } from './soap-client';
import type { CallOptions } from './types';
import { toWire } from './wire';

export type Transport = {
  call<Answer>(
    operation: Operation,
    fields: Record<string, unknown>,
    schema: z.ZodType<Answer>,
    options?: CallOptions,
  ): Promise<Answer>;
  close(): void;
};

const MAX_ANSWER_BYTES = 1_000_000;
const MAX_REPORT_BYTES = 16_000_000;

/** Creates the transport that calls SEQR's operations. Throws `RangeError` if an option is longer than SEQR accepts. */
export function createTransport(options: SeqrOptions): Transport {
  checkLengths(options);
  const agents = createAgents();
  let client: Promise<SoapClient> | undefined;

  return {
    async call(operation, fields, schema, { as, timeoutMs = options.timeoutMs } = {}) {
      client ??= createSoapClient(options.endpoint, agents).catch((error: unknown) => {
        client = undefined; // the next call reads the contract again
        throw error;
      });
      const { caller } = operations[operation];
      const context = caller === 'nobody' ? {} : { context: createContext(options, as ?? caller) };
      const allFields = { ...context, ...fields };
      const message = toWire(allFields);
      const maxBytes = operation === 'executeReport' ? MAX_REPORT_BYTES : MAX_ANSWER_BYTES;
      const secrets = passwordsIn([allFields, message]);
      const [answer] = await (await client)[`${operation}Async`](message, { operation, secrets, timeoutMs, maxBytes });
      return accept(answer, schema, operation, secrets);
    },
    close: agents.close,
  };
}

const wrapper = z.object({ return: z.unknown().refine((value) => value !== undefined) });

function accept<Answer>(content: unknown, schema: z.ZodType<Answer>, operation: Operation, secrets: string[]): Answer {
  const answer = wrapper.safeParse(content);
  const result = outcome.safeParse(answer.data?.return);
  if (!answer.success || !result.success) {
    throw new SeqrError({ operation, kind: 'content', httpStatus: 200, reason: 'the answer has no result code' });
  }
  const { resultCode, resultDescription = '' } = result.data;
  if (resultCode !== 0) {
    const name = resultName(resultCode) ?? redact(resultDescription, secrets);
    throw new SeqrError({
      operation,
      kind: 'result',
      httpStatus: 200,
      resultCode,
      reason: `result ${resultCode} ${name}`,
    });
  }
  const parsed = schema.safeParse(answer.data.return);
  if (parsed.success) return parsed.data;
  const places = parsed.error.issues.map(({ path }) => path.join('.')).join(', ');
  throw new SeqrError({
    operation,
    kind: 'content',
    httpStatus: 200,
    reason: `the answer has invalid fields: ${places}`,
  });
}
