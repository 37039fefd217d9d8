// `npm run page-bugs [-- word]`: builds the shop with deliberate bugs in its pages and reports which of them the browser
// tests find. With a word, builds only the bugs whose names contain it. Exits with 1 if a bug is not found.
import { batches } from './page-bugs/batches';
import { type Outcome, runBatch } from './page-bugs/run-batch';
import { buildPaymentView, generateClients } from './shared/steps.mjs';

const word = process.argv.slice(2).join(' ');
const outcomes: Outcome[] = [];
console.log('');
await generateClients();
await buildPaymentView();
for (const [name, bugs] of Object.entries(batches)) {
  const chosen = bugs.filter((bug) => bug.name.includes(word));
  if (chosen.length === 0) continue;
  const found = await runBatch(name, chosen);
  report(found);
  outcomes.push(...found);
}
const count = outcomes.filter(({ found }) => found).length;
console.log(`\n${count} of ${outcomes.length} bugs found`);
process.exit(outcomes.length > 0 && count === outcomes.length ? 0 : 1);

function report(batch: readonly Outcome[]): void {
  console.log('');
  for (const { bug, found } of batch) console.log(`  ${found ? 'found    ' : 'NOT FOUND'} ${bug.name}  (${bug.spec})`);
  for (const { bug, messages } of batch.filter(({ found }) => !found)) {
    const reason = messages.length === 0 ? 'It passed.' : `It failed for another reason:\n${messages.join('\n')}`;
    console.log(`\n${bug.name}: ${bug.spec} › ${bug.test}\n${reason}`);
  }
  console.log('');
}
