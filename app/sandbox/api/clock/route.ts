import { advance } from '@/lib/sandbox/control/clock';
import { controlRoute } from '@/lib/sandbox/control/control';

export const dynamic = 'force-dynamic';
export const POST = controlRoute(advance);
