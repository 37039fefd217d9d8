// `npm run build`: builds the shop for a deployment with `next start`. It needs installed packages, but no database and
// no configuration. With `-- --standalone` it also leaves .next/standalone, the content of an image.
import { buildPaymentView, buildShop, generateClients, packageStandalone } from './shared/steps.mjs';

const isStandalone = process.argv.includes('--standalone');

try {
  await generateClients();
  await buildPaymentView();
  await buildShop({ variables: isStandalone ? { BUILD_STANDALONE: '1' } : {} });
  if (isStandalone) await packageStandalone();
} catch {
  process.exit(1);
}
