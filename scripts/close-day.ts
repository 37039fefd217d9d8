// Closes the day at SEQR and compares its report with the shop's books: `npm run close-day`, also for cron.
// Ends with 0 when everything matches, with 1 when something is open or went wrong.
import './environment.mjs';
import { parseArgs } from 'node:util';
import { db } from '../lib/db/client';
import { formatDateTime } from '../lib/i18n/format-date';
import { type Currency, formatMoney, type Money, money, negate, subtract, sum } from '../lib/money';
import { closeDay } from '../lib/reconciliation/close-day';
import { outcomes } from '../lib/reconciliation/reconcile';
import { leaveLostPeriod, supplyPeriodId } from '../lib/reconciliation/settle-lost-period';
import { reconciliationTexts, tellFailure } from '../lib/reconciliation/texts/texts';
import { getPeriod, type LineView, listLines, listPeriods, type PeriodView } from '../lib/reconciliation/view-period';
import { seqr } from '../lib/seqr/from-config';

const PATIENCE_MS = 5 * 60_000;
const MOST_LINES = 200;

const usage = `npm run close-day                       closes the whole shop's period
npm run close-day -- --terminal         closes the period of the shop's own terminal alone
After a closing whose answer was lost:
npm run close-day -- --period 2026…     goes on with the period that SEQR's support named
npm run close-day -- --again            leaves it and closes a new period`;

const t = reconciliationTexts('en');

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  seqr().close();
  await db().close();
}

async function main(): Promise<number> {
  const options = readOptions();
  if (options === null) {
    console.error(usage);
    return 1;
  }
  const scope = options.terminal ? 'terminal' : 'shop';
  const blocking = (await listPeriods(1000)).find((period) => period.isBlocking && period.scope === scope);
  if (options.period !== undefined) {
    if (!blocking) return complain('No closing is waiting for its period’s id.');
    await supplyPeriodId(blocking.id, options.period);
  } else if (blocking && options.again) {
    await leaveLostPeriod(blocking.id);
  }
  const closing = await closeDay(scope, 'npm run close-day', PATIENCE_MS);
  const shown = options.period === undefined ? closing.periodId : (blocking?.id ?? closing.periodId);
  const period = await getPeriod(shown);
  if (!period) throw new Error('The period is not in the books.');
  return report(period);
}

function readOptions() {
  try {
    const { values } = parseArgs({
      options: { terminal: { type: 'boolean' }, again: { type: 'boolean' }, period: { type: 'string' } },
    });
    return values.period === undefined || /^\d{1,40}$/.test(values.period) ? values : null;
  } catch {
    return null;
  }
}

async function report(period: PeriodView): Promise<number> {
  const when = formatDateTime(period.markedAt ?? period.createdAt, 'en');
  console.log(`\n  Period ${period.transactionPeriodId ?? '(without an id)'} of ${t.scopes[period.scope]}, ${when}`);
  if (period.state === 'LOST') {
    console.error(`\n  ${t.states.LOST}. ${period.failure ? tellFailure(period.failure, t) : ''}`);
    return complain(
      `Whether the period is closed is known to SEQR only, so no other is closed until you decide.\n\n${usage}`,
    );
  }
  if (period.state !== 'RECONCILED') {
    const reason = period.failure ? tellFailure(period.failure, t) : '';
    return complain(`${t.states[period.state]}. ${reason} Run this again to go on.`);
  }
  await printComparison(period);
  return period.openCount === 0 ? 0 : 1;
}

async function printComparison(period: PeriodView): Promise<void> {
  const open = await listLines(period.id, 'open', MOST_LINES);
  console.log('');
  for (const outcome of outcomes) {
    const lines = open.filter((line) => line.outcome === outcome);
    const count = outcome === 'MATCHED' ? period.matchedCount : lines.length;
    const shown = outcome === 'MATCHED' ? period.matched : differenceOf(lines, period.open.currency);
    console.log(
      `  ${t.outcomes[outcome].padEnd(16)}${String(count).padStart(7)}${formatMoney(shown, 'en').padStart(18)}`,
    );
  }
  const { atSeqr, withUs } = period;
  const difference = subtract(atSeqr, withUs);
  console.log(
    `\n  SEQR ${formatMoney(atSeqr, 'en')}, our books ${formatMoney(withUs, 'en')}, difference ${formatMoney(difference, 'en')}`,
  );
  for (const line of open) printLine(line);
  if (period.openCount > open.length)
    console.log(`\n  … and ${period.openCount - open.length} more: see /admin/periods.`);
  console.log(period.openCount === 0 ? '\n  Everything matches.\n' : '');
}

function printLine({ outcome, explanation, ersReference, orderNumber, atSeqr, withUs }: LineView): void {
  const sums = [atSeqr ? `SEQR ${formatMoney(atSeqr, 'en')}` : '', withUs ? `we ${formatMoney(withUs, 'en')}` : ''];
  const facts = [t.outcomes[outcome], ersReference ?? 'without reference', ...sums, orderNumber ?? ''];
  console.log(`\n  ${facts.filter(Boolean).join(' · ')}`);
  if (explanation) console.log(`    ${t.explanations[explanation].what}\n    → ${t.explanations[explanation].todo}`);
}

/** Lines in another currency are printed one by one, but cannot be added to this. */
function differenceOf(lines: readonly LineView[], currency: Currency): Money {
  const none = money(0, currency);
  const differences = lines
    .filter(({ atSeqr, withUs }) => (atSeqr ?? withUs)?.currency === currency)
    .map(({ atSeqr, withUs }) => subtract(atSeqr ?? none, withUs ?? none));
  return sum(
    differences.map((difference) => (difference.amount < 0 ? negate(difference) : difference)),
    currency,
  );
}

function complain(sentence: string): number {
  console.error(`\n  ${sentence}\n`);
  return 1;
}
