import { phpRoute, whenOn } from '@/lib/sandbox/gate';
import { getPaymentStatus } from '@/lib/sandbox/php-api/php-api';
import { answerPreflight } from '@/lib/sandbox/public-status';

export const dynamic = 'force-dynamic';

const route = phpRoute('status', getPaymentStatus);

export { route as GET, route as POST };

export const OPTIONS = whenOn(async () => answerPreflight('GET, POST'));
