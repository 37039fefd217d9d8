import { controlRoute } from '@/lib/sandbox/control/control';
import { changePayer, readPayer } from '@/lib/sandbox/control/payers';

export const dynamic = 'force-dynamic';
export const GET = controlRoute(readPayer);
export const POST = controlRoute(changePayer);
