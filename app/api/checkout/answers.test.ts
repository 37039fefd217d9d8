import { expect, it } from 'vitest';
import { answerRefusal } from './answers';

it.each([
  ['seqr', '/sv/orders/abc/pay'],
  ['invoice', '/sv/orders/abc/receipt'],
] as const)('links a reused key to where its order by %s continues', async (paymentMethod, payUrl) => {
  const earlier = { orderId: 'abc', paymentMethod };
  const refusal = { ok: false, status: 409, error: 'key-reused', problems: [], language: 'sv', earlier } as const;
  const response = answerRefusal(refusal);
  expect(response.status).toBe(409);
  expect(await response.json()).toMatchObject({ error: 'key-reused', payUrl });
});
