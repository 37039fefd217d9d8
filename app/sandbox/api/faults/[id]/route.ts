import { controlRoute } from '@/lib/sandbox/control/control';
import { removeFault } from '@/lib/sandbox/control/faults';

export const dynamic = 'force-dynamic';
export const DELETE = controlRoute(removeFault);
