import { controlRoute } from '@/lib/sandbox/control/control';
import { read } from '@/lib/sandbox/control/invoices';

export const dynamic = 'force-dynamic';
export const GET = controlRoute(read);
