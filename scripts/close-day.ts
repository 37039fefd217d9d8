// Closes the day at SEQR and compares its report with the shop's records: `npm run close-day`, also for cron. Exit code
// 0: everything matches; 1: something is open or failed.
import './shared/environment.mjs';
import { parseArgs } from 'node:util';
import { db } from '../lib/db/client';
import { formatDateTime } from '../lib/i18n/format-date';
import { getAdminTexts } from '../lib/i18n/get-admin-texts';
import { type Currency, formatMoney, type Money, money, negate, subtract, sum } from '../lib/money';
import { closeDay } from '../lib/reconciliation/close-day';
import { formatFailure } from '../lib/reconciliation/format-failure';
import type { Scope } from '../lib/reconciliation/period-states';
import { outcomes } from '../lib/reconciliation/reconcile';
import { decideLostPeriod, type LostDecision } from '../lib/reconciliation/settle-lost-period';
import { getPeriod, type LineView, listLines, type PeriodView } from '../lib/reconciliation/view-period';
import { seqr } from '../lib/seqr/from-config';
import { visibleError, visibleText } from '../lib/visible-text.js';

const MAX_WAIT_MS = 5 * 60_000;
const MAX_PRINTED = 200;
/** Who closes the day, as the list of closings and the audit list show it. */
const ACTOR = 'npm run close-day';

const usage = `npm run close-day                       closes the whole shop's period
npm run close-day -- --terminal         closes the period of the shop's own terminal alone
After a closing whose answer was lost (with --terminal, if it was the terminal's):
npm run close-day -- --period 2026…     continues with the period that SEQR's support named
npm run close-day -- --again            abandons the lost period and closes a new one`;

const t = getAdminTexts('en').reconciliation;

try {
  process.exitCode = await main();
} catch (error) {
  console.error(visibleError(error));
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
  const isDecision = options.period !== undefined || options.again === true;
  const by = { source: 'merchant', name: ACTOR } as const;
  const decided = isDecision ? await decideLostPeriod(scope, options.period ?? null, by) : null;
  if (decided?.ok === false) return explainRefusal(scope, decided, options.period);
  const closing = await closeDay(scope, ACTOR, MAX_WAIT_MS);
  const period = await getPeriod(decided && options.period !== undefined ? decided.periodId : closing.periodId);
  if (!period) throw new Error('No such period.');
  return report(period);
}

/** Prints why nothing was decided or closed. Returns the exit code. */
function explainRefusal(scope: Scope, decided: Extract<LostDecision, { ok: false }>, id?: string): number {
  if (decided.reason === 'taken-id') {
    return complain(
      `Another closing already has the period ${id}, so nothing was decided and nothing was closed. Ask SEQR's support for the right ID.`,
    );
  }
  const { elsewhere } = decided;
  const remedy = scope === 'shop' ? 'add --terminal' : 'leave out --terminal';
  const hint = elsewhere ? ` The lost closing is that of ${t.scopes[elsewhere]}: ${remedy}.` : '';
  const correction = id === undefined ? '' : ' To correct an ID, open the closing in the back office (/admin/periods).';
  return complain(
    `No closing of ${t.scopes[scope]} is lost, so there is nothing to decide and nothing was closed.${hint}${correction}`,
  );
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
  console.log(
    `\n  Period ${visibleText(period.transactionPeriodId ?? '(without an id)')} of ${t.scopes[period.scope]}, ${when}`,
  );
  if (period.state === 'LOST') {
    console.error(`\n  ${t.states.LOST}. ${period.failure ? visibleText(formatFailure(period.failure, t)) : ''}`);
    return complain(
      `Only SEQR knows whether the period is closed. No other period can be closed until you decide.\n\n${usage}`,
    );
  }
  if (period.state !== 'RECONCILED') {
    const reason = period.failure ? visibleText(formatFailure(period.failure, t)) : '';
    return complain(`${t.states[period.state]}. ${reason} Run this again to continue.`);
  }
  await printComparison(period);
  return period.openCount === 0 ? 0 : 1;
}

async function printComparison(period: PeriodView): Promise<void> {
  const open = await listLines(period.id, 'open', period.openCount);
  console.log('');
  for (const outcome of outcomes) {
    const lines = open.filter((line) => line.outcome === outcome);
    const count = outcome === 'MATCHED' ? period.matchedCount : lines.length;
    const amount = outcome === 'MATCHED' ? period.matched : differenceOf(lines, period.open.currency);
    console.log(
      `  ${t.outcomes[outcome].padEnd(16)}${String(count).padStart(7)}${formatMoney(amount, 'en').padStart(18)}`,
    );
  }
  const { seqrAmount, shopAmount } = period;
  const difference = subtract(seqrAmount, shopAmount);
  console.log(
    `\n  SEQR ${formatMoney(seqrAmount, 'en')}, our ledger ${formatMoney(shopAmount, 'en')}, difference ${formatMoney(difference, 'en')}`,
  );
  for (const line of open.slice(0, MAX_PRINTED)) printLine(line);
  if (open.length > MAX_PRINTED) console.log(`\n  … and ${open.length - MAX_PRINTED} more: see /admin/periods.`);
  console.log(period.openCount === 0 ? '\n  Everything matches.\n' : '');
}

function printLine({ outcome, explanation, ersReference, orderNumber, seqrAmount, shopAmount }: LineView): void {
  const sums = [
    seqrAmount ? `SEQR ${formatMoney(seqrAmount, 'en')}` : '',
    shopAmount ? `we ${formatMoney(shopAmount, 'en')}` : '',
  ];
  const facts = [t.outcomes[outcome], ersReference ?? 'without reference', ...sums, orderNumber ?? ''];
  console.log(`\n  ${facts.filter(Boolean).map(visibleText).join(' · ')}`);
  if (explanation) console.log(`    ${t.explanations[explanation].what}\n    → ${t.explanations[explanation].todo}`);
}

/** Lines in another currency are listed, but cannot be added to this total. */
function differenceOf(lines: readonly LineView[], currency: Currency): Money {
  const none = money(0, currency);
  const differences = lines
    .filter(({ seqrAmount, shopAmount }) => (seqrAmount ?? shopAmount)?.currency === currency)
    .map(({ seqrAmount, shopAmount }) => subtract(seqrAmount ?? none, shopAmount ?? none));
  return sum(
    differences.map((difference) => (difference.amount < 0 ? negate(difference) : difference)),
    currency,
  );
}

function complain(sentence: string): number {
  console.error(`\n  ${sentence}\n`);
  return 1;
}
