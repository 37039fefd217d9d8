import { requireSandbox } from '@/lib/sandbox/core/require-sandbox';
import { answerPreflight } from '@/lib/sandbox/invoices/public-status';
import { getPaymentStatus } from '@/lib/sandbox/php-api/php-api';
import { phpRoute } from '@/lib/sandbox/php-api/php-route';

export const dynamic = 'force-dynamic';

const route = phpRoute(getPaymentStatus, { limit: 'status' });

export { route as GET, route as POST };

export const OPTIONS = requireSandbox(async () => answerPreflight('GET, POST'));
