// `npm run page-bugs [-- word]`: builds the shop with deliberate bugs in its pages and reports which of them the browser
// tests find. With a word, builds only the bugs whose names contain it. Exits with 1 if a bug is not found.
import { pageBugs } from './page-bugs/page-bugs';
import { type Outcome, runPageBugs } from './page-bugs/run-page-bugs';
import { buildPaymentView, generateClients } from './shared/steps.mjs';

const word = process.argv.slice(2).join(' ');
const bugs = pageBugs.filter(({ name }) => name.includes(word));
if (bugs.length === 0) {
  console.error(`No bug's name contains "${word}".`);
  process.exit(1);
}
console.log('');
await generateClients();
await buildPaymentView();
const outcomes = await runPageBugs(bugs);
report(outcomes);
process.exit(outcomes.every(({ found }) => found) ? 0 : 1);

function report(all: readonly Outcome[]): void {
  console.log('');
  for (const { bug, found } of all) console.log(`  ${found ? 'found    ' : 'NOT FOUND'} ${bug.name}  (${bug.spec})`);
  for (const { bug, messages } of all.filter(({ found }) => !found)) {
    const reason = messages.length === 0 ? 'It passed.' : `It failed for another reason:\n${messages.join('\n')}`;
    console.log(`\n${bug.name}: ${bug.spec} › ${bug.test}\n${reason}`);
  }
  console.log(`\n${all.filter(({ found }) => found).length} of ${all.length} bugs found`);
}
