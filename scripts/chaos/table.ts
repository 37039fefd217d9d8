// Prints a run's results.
import { visibleText } from '../../lib/visible-text.js';
import type { Verdict } from './finding';
import type { Result } from './run';

const verdicts: readonly (readonly [kind: Verdict, name: string])[] = [
  ['lost', 'lost'],
  ['starved', 'reversed, no processor time left'],
  ['doubled', 'doubled'],
  ['stock', 'wrong stock'],
  ['words', 'wrong words'],
  ['answer', 'improper answers'],
  ['rest', 'not at rest'],
  ['other', 'secrets in logs'],
];
const SHOWN = 30;

export function countVerdicts({ findings }: Pick<Result, 'findings'>) {
  return verdicts.map(([kind, name]) => ({
    name,
    findings: findings.filter((finding) => finding.kind === kind).length,
  }));
}

/** If at least this share of the processors was idle, no reversal is blamed on the machine. */
const ENOUGH_LEFT = 0.2;

/** Whether nothing was found, except reversals on a machine that had no processor time to spare. */
export function isGood({ findings, idle }: Pick<Result, 'findings' | 'idle'>): boolean {
  return findings.every(({ kind }) => kind === 'starved' && idle < ENOUGH_LEFT);
}

export function printTable({
  plan,
  findings,
  counts,
  incidents,
  survived,
  skipped,
  ledger,
  outcomes,
  longestMs,
  stalledMs,
  idle,
  seconds,
}: Result): void {
  const row = (name: string, value: string | number | undefined) =>
    console.log(`  ${name.padEnd(34)}${String(value).padStart(9)}`);
  console.log(`\n  seed ${plan.seed}, ${plan.orders.length} checkouts, ${seconds} s\n`);
  console.log('  Faults injected');
  for (const [name, count] of [...survived].sort(([a], [b]) => (a < b ? -1 : 1))) row(`  ${name}`, count);
  for (const [name, reason] of skipped) console.log(`    ${name}: skipped, ${reason}`);
  console.log('\n  Orders');
  for (const [name, count] of Object.entries(outcomes)) row(`  checkouts ${name}`, count);
  const { doubt, unknown, ...states } = counts;
  for (const [name, count] of Object.entries(states)) row(`  ${name}`, count);
  row('  invoices whose answer was lost', unknown);
  row('  refunds to ask SEQR about', doubt);
  console.log('\n  Incidents, ended by two concurrent merchants');
  for (const { name, count } of incidents) row(`  ${name}`, count);
  console.log('\n  The shop’s answers');
  row('  requests', ledger.requests);
  row('  unanswered (shop killed)', ledger.unreachable);
  for (const [name, count] of ledger.refused) row(`  ${name}`, count);
  row(`  slowest (${ledger.slowest.slice(0, 22)}), ms`, ledger.slowestMs);
  row('  over 10 s', ledger.slow.length);
  row('  the machine was stalled for', `${(stalledMs / 1000).toFixed(1)} s`);
  row('  processors idle', `${Math.round(idle * 100)} %`);
  console.log('\n  Verdict');
  for (const verdict of countVerdicts({ findings })) row(`  ${verdict.name}`, verdict.findings);
  row('  longest until the outcome was known', `${(longestMs / 1000).toFixed(1)} s`);
  if (findings.length > 0) console.log('');
  for (const { kind, order, text } of findings.slice(0, SHOWN))
    console.log(`  ✗ ${kind}, ${order}: ${visibleText(text)}`);
  if (findings.length > SHOWN) console.log(`  … and ${findings.length - SHOWN} more`);
  console.log('');
}
