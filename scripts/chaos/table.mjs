// What a run says in the end.

const verdicts = [
  ['lost', 'lost'],
  ['doubled', 'doubled'],
  ['stock', 'wrong stock'],
  ['words', 'wrong words'],
  ['answer', 'improper answers'],
  ['rest', 'not at rest'],
  ['other', 'secrets in logs'],
];
const SHOWN = 30;

export function countVerdicts({ findings }) {
  return verdicts.map(([kind, name]) => ({
    name,
    findings: findings.filter((finding) => finding.kind === kind).length,
  }));
}

export function printTable({
  plan,
  findings,
  counts,
  survived,
  skipped,
  ledger,
  outcomes,
  longestMs,
  stalledMs,
  seconds,
}) {
  const row = (name, value) => console.log(`  ${name.padEnd(34)}${String(value).padStart(9)}`);
  console.log(`\n  seed ${plan.seed}, ${plan.orders.length} checkouts, ${seconds} s\n`);
  console.log('  Faults brought about');
  for (const [name, count] of [...survived].sort(([a], [b]) => (a < b ? -1 : 1))) row(`  ${name}`, count);
  for (const [name, reason] of skipped) console.log(`    ${name}: skipped, ${reason}`);
  console.log('\n  Orders');
  for (const [name, count] of Object.entries(outcomes)) row(`  checkouts ${name}`, count);
  const { doubt, unknown, ...states } = counts;
  for (const [name, count] of Object.entries(states)) row(`  ${name}`, count);
  row('  invoices whose answer was lost', unknown);
  row('  refunds to ask SEQR about', doubt);
  console.log('\n  Answers of the shop');
  row('  requests', ledger.requests);
  row('  to nobody (shop killed)', ledger.unreachable);
  for (const [name, count] of ledger.refused) row(`  ${name}`, count);
  row(`  slowest (${ledger.slowest.slice(0, 22)}), ms`, ledger.slowestMs);
  row('  over 10 s', ledger.slow.length);
  row('  the machine stood still for', `${(stalledMs / 1000).toFixed(1)} s`);
  console.log('\n  Verdict');
  for (const verdict of countVerdicts({ findings })) row(`  ${verdict.name}`, verdict.findings);
  row('  longest until the truth was known', `${(longestMs / 1000).toFixed(1)} s`);
  if (findings.length > 0) console.log('');
  for (const { kind, order, text } of findings.slice(0, SHOWN)) console.log(`  ✗ ${kind}, ${order}: ${text}`);
  if (findings.length > SHOWN) console.log(`  … and ${findings.length - SHOWN} more`);
  console.log('');
}
