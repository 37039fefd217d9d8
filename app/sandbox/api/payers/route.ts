import { controlRoute } from '@/lib/sandbox/control/control';
import { readPayers } from '@/lib/sandbox/control/payers';

export const dynamic = 'force-dynamic';
export const GET = controlRoute(readPayers);
