// `npm run build`: everything up to a shop that `next start` can serve, for a deployment. Needs the packages installed.
import './environment.mjs';
import { buildPaymentView, buildShop, generateClients, migrateDatabases } from './steps.mjs';

try {
  await generateClients();
  await migrateDatabases();
  await buildPaymentView();
  await buildShop();
} catch {
  process.exit(1);
}
