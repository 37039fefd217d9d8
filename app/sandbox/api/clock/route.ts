import { advance } from '@/lib/sandbox/control/clock';
import { control } from '@/lib/sandbox/control/control';

export const dynamic = 'force-dynamic';
export const POST = control(advance);
