import { z } from 'zod';
import { advanceClocks } from '../clock';
import type { Sandbox } from '../context';
import { finishDueWork } from '../due-work';
import { ControlError, readJson } from './control';

const TEN_YEARS = 10 * 366 * 86_400;
const name = z.string().min(1).max(200).optional();
const clockRequest = z
  .object({
    advanceSeconds: z
      .int({ error: 'must be a whole number of seconds' })
      .min(0, 'cannot be negative: clocks go forward only')
      .max(TEN_YEARS, 'is more than ten years'),
    invoiceReference: name,
    terminalId: name,
  })
  .refine((body) => body.invoiceReference === undefined || body.terminalId === undefined, {
    error: 'Give an invoiceReference or a terminalId, not both.',
  });

/** Moves a clock ahead and answers when all that fell due has been done. */
export async function advance(sandbox: Sandbox, request: Request) {
  const { advanceSeconds, ...scope } = await readJson(request, clockRequest);
  if (!(await advanceClocks(sandbox, scope, advanceSeconds))) {
    throw new ControlError(404, `There is no such ${scope.invoiceReference === undefined ? 'terminal' : 'invoice'}.`);
  }
  await finishDueWork(sandbox, scope.invoiceReference);
  return { ok: true, advancedSeconds: advanceSeconds, ...scope };
}
