import { requireSandbox } from '@/lib/sandbox/core/require-sandbox';
import { answerPreflight } from '@/lib/sandbox/invoices/public-status';
import { getStatus } from '@/lib/sandbox/php-api/php-api';
import { phpRoute } from '@/lib/sandbox/php-api/php-route';

export const dynamic = 'force-dynamic';

export const GET = phpRoute(getStatus, { limit: 'status' });

export const OPTIONS = requireSandbox(async () => answerPreflight());
