import { controlRoute } from '@/lib/sandbox/control/control';
import { reverse } from '@/lib/sandbox/control/invoices';

export const dynamic = 'force-dynamic';
export const POST = controlRoute(reverse);
