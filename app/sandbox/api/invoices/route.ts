import { controlRoute } from '@/lib/sandbox/control/control';
import { listInvoices } from '@/lib/sandbox/control/list-invoices';

export const dynamic = 'force-dynamic';
export const GET = controlRoute(listInvoices);
