import { controlRoute } from '@/lib/sandbox/control/control';
import { addFault, listFaults, removeFaults } from '@/lib/sandbox/control/faults';

export const dynamic = 'force-dynamic';
export const GET = controlRoute(listFaults);
export const POST = controlRoute(addFault);
export const DELETE = controlRoute(removeFaults);
