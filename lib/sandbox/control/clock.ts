import { z } from 'zod';
import { finishDueWork } from '../boot/due-work';
import { advanceClocks } from '../core/clock';
import type { Sandbox } from '../core/context';
import { ControlError, readJson } from './control';

const TEN_YEARS = 10 * 366 * 86_400;
const name = z.string().min(1).max(200).optional();
const clockRequest = z
  .object({
    advanceSeconds: z
      .int({ error: 'must be a whole number of seconds' })
      .min(0, 'must not be negative: clocks only advance')
      .max(TEN_YEARS, 'must be at most ten years'),
    invoiceReference: name,
    terminalId: name,
  })
  .refine((body) => body.invoiceReference === undefined || body.terminalId === undefined, {
    error: 'Give an invoiceReference or a terminalId, not both.',
  });

/** Advances a clock and responds once the due work is done. */
export async function advance(sandbox: Sandbox, request: Request) {
  const { advanceSeconds, ...scope } = await readJson(request, clockRequest);
  if (!(await advanceClocks(sandbox, scope, advanceSeconds))) {
    throw new ControlError(404, `There is no such ${scope.invoiceReference === undefined ? 'terminal' : 'invoice'}.`);
  }
  await finishDueWork(sandbox, scope.invoiceReference);
  return { ok: true, advancedSeconds: advanceSeconds, ...scope };
}
