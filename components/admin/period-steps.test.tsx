import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { getAdminTexts } from '@/lib/i18n/get-admin-texts';
import { money } from '@/lib/money';
import type { PeriodView } from '@/lib/reconciliation/view-period';
import { PeriodSteps } from './period-steps';

const none = money(0, 'SEK');
const marked: PeriodView = {
  ...{ id: 'closing-1', scope: 'shop', state: 'MARKED', actor: 'Åsa', transactionPeriodId: '202611', failure: null },
  ...{ createdAt: new Date(), markedAt: new Date(), reconciledAt: null, hasReport: false, isBlocking: false },
  canBeLeft: false,
  ...{ isInProgress: true, acceptsId: true, matchedCount: 0, openCount: 0, settledCount: 0 },
  ...{ matched: none, open: none, seqrAmount: none, shopAmount: none },
};
const t = getAdminTexts('en');
const field = 'name="transactionPeriodId"';
const htmlOf = (period: PeriodView, isCorrecting = false) =>
  renderToStaticMarkup(<PeriodSteps period={period} isCorrecting={isCorrecting} t={t} />);

it('a closing that waits for its report links to a page where its period id can be corrected', () => {
  const waiting = htmlOf(marked);
  expect(waiting).toContain(t.periods.waits);
  expect(waiting).toContain('href="/admin/periods/closing-1?correct=on"');
  expect(waiting).not.toContain(field);
  const correcting = htmlOf(marked, true);
  expect(correcting).not.toContain(t.periods.waits);
  expect(correcting).toContain(`${field} value="202611"`);
  expect(correcting).toContain('value="supply"');
});

it.each(['MARKED', 'REPORT_REFUSED'] as const)('a closing that stopped can be corrected or retried: %s', (state) => {
  const html = htmlOf({ ...marked, state, isInProgress: false, failure: 'other-period' });
  expect(html).toContain(`${field} value="202611"`);
  expect(html).toContain('value="retry"');
});

it('a closing whose report was accepted has no form for an id', () => {
  const html = htmlOf({ ...marked, state: 'REPORTED', acceptsId: false });
  expect(html).toContain(t.periods.waits);
  expect(html).not.toContain('<form');
  expect(html).not.toContain('correct=on');
});

it('a lost closing says that it blocks other closings only if it does', () => {
  const lost = { ...marked, state: 'LOST' as const, transactionPeriodId: null, isInProgress: false };
  const blocking = htmlOf({ ...lost, isBlocking: true, canBeLeft: true });
  expect(blocking).toContain(t.periods.lost.blocks);
  expect(blocking).toContain('value="leave"');
  expect(blocking).toContain(t.periods.lost.leave);
  const free = htmlOf({ ...lost, failure: 'wrong-id' });
  expect(free).toContain(`${t.reconciliation.wrongId} ${t.periods.lost.text}</p>`);
  expect(free).not.toContain('value="leave"');
  expect(htmlOf({ ...lost, failure: 'wrong-id', canBeLeft: true })).toContain(t.periods.lost.leaveWithoutId);
});
