import { phpRoute, whenOn } from '@/lib/sandbox/gate';
import { sendInvoice } from '@/lib/sandbox/php-api/php-api';
import { answerPreflight } from '@/lib/sandbox/public-status';

export const dynamic = 'force-dynamic';

export const POST = phpRoute('soap', sendInvoice);

export const OPTIONS = whenOn(async () => answerPreflight('POST'));
