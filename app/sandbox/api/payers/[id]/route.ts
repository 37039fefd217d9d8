import { control } from '@/lib/sandbox/control/control';
import { changePayer, readPayer } from '@/lib/sandbox/control/payers';

export const dynamic = 'force-dynamic';
export const GET = control(readPayer);
export const POST = control(changePayer);
