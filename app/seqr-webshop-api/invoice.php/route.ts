import { phpRoute, whenOn } from '@/lib/sandbox/gate';
import { getStatus } from '@/lib/sandbox/php-api/php-api';
import { answerPreflight } from '@/lib/sandbox/public-status';

export const dynamic = 'force-dynamic';

export const GET = phpRoute('status', getStatus);

export const OPTIONS = whenOn(async () => answerPreflight());
