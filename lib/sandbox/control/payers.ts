import { z } from 'zod';
import { isPin, LARGEST_AMOUNT, maxLengths, minLengths } from '../../input-limits';
import { isCurrency, type Money, parseDecimal, toDecimal } from '../../money';
import type { Sandbox } from '../core/context';
import { isMagic } from '../payers/pay-invoice';
import { listPayers, savePayer } from '../payers/save-payer';
import { getPayer } from '../payers/view-payer';
import { ControlError, readJson } from './control';

type Params = { id: string };

/** `{"SEK":"12.50"}`; a plain `"12.50"` is in SEK. */
const sums = z
  .union([z.string().transform((value) => ({ SEK: value })), z.record(z.string(), z.string())])
  .transform((values, context): Money[] =>
    Object.entries(values).flatMap(([currency, value]) => {
      const sum = isCurrency(currency) ? parseDecimal(value, currency) : null;
      if (sum && sum.amount >= 0 && sum.amount <= LARGEST_AMOUNT) return [sum];
      context.addIssue({ code: 'custom', message: `${currency} ${value} is not a valid balance` });
      return [];
    }),
  );

const change = z.strictObject({
  name: z.string().min(1).max(100).optional(),
  pin: z
    .string()
    .refine(isPin, `must be ${minLengths.pin} to ${maxLengths.pin} digits`)
    .refine((pin) => !isMagic(pin), 'is one of the reserved test PINs')
    .optional(),
  reset: z.boolean().optional(),
  balance: sums.optional(),
  topUp: sums.optional(),
  tokens: z
    .array(
      z.strictObject({
        id: z.string().min(1).max(100),
        description: z.string().max(200).optional(),
        value: z.string().max(200).optional(),
      }),
    )
    .max(20)
    .optional(),
  canReserve: z.boolean().optional(),
  refundable: z.boolean().optional(),
});

/** Creates the payer if necessary, and returns the payer's data after the change. */
export async function changePayer(sandbox: Sandbox, request: Request, { id }: Params) {
  if (!/^[\w.-]{1,60}$/.test(id)) throw new ControlError(400, 'A payer’s id is 1 to 60 letters, digits, _, . or -.');
  await savePayer(sandbox, id, await readJson(request, change));
  return readPayer(sandbox, request, { id });
}

export async function readPayer(sandbox: Sandbox, _request: Request, { id }: Params) {
  const payer = await getPayer(sandbox, id);
  if (!payer) throw new ControlError(404, 'There is no such payer.');
  return {
    ...payer,
    balances: decimals(payer.balances),
    payments: payer.payments.map(({ amount, ...payment }) => ({
      ...payment,
      amount: toDecimal(amount),
      currency: amount.currency,
    })),
  };
}

export async function readPayers(sandbox: Sandbox) {
  const payers = await listPayers(sandbox);
  return { payers: payers.map(({ balances, ...payer }) => ({ ...payer, balances: decimals(balances) })) };
}

function decimals(balances: Money[]): Record<string, string> {
  return Object.fromEntries(balances.map((sum) => [sum.currency, toDecimal(sum)]));
}
