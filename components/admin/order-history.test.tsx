import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { getAdminTexts } from '@/lib/i18n/get-admin-texts';
import { OrderHistory } from './order-history';

const render = (cause: 'LATE' | 'MISMATCH' | undefined) =>
  renderToStaticMarkup(
    <OrderHistory
      history={[
        {
          type: 'order',
          source: 'shop',
          at: new Date('2026-11-23T12:00:00Z'),
          actor: null,
          content: {
            kind: 'refund-requested',
            refundId: 'r',
            amount: 100_00,
            currency: 'SEK',
            reason: 'as stored',
            ...(cause && { cause }),
          },
        },
      ]}
      language="en"
      t={getAdminTexts('en')}
    />,
  );

it.each([
  ['LATE', 'The order was already closed or paid when the payment arrived.'],
  ['MISMATCH', 'The payment did not match the order.'],
] as const)('explains the shop’s own refund with the cause %s', (cause, words) => {
  expect(render(cause)).toContain(words);
});

it('shows the stored reason of a refund without a cause', () => {
  expect(render(undefined)).toContain('as stored');
});
