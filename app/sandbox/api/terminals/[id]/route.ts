import { controlRoute } from '@/lib/sandbox/control/control';
import { changeTerminal } from '@/lib/sandbox/control/merchants';

export const dynamic = 'force-dynamic';
export const POST = controlRoute(changeTerminal);
