import { controlRoute } from '@/lib/sandbox/control/control';
import { pay } from '@/lib/sandbox/control/invoices';

export const dynamic = 'force-dynamic';
export const POST = controlRoute(pay);
