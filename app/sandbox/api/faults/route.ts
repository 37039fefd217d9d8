import { control } from '@/lib/sandbox/control/control';
import { addFault, listFaults, removeFaults } from '@/lib/sandbox/control/faults';

export const dynamic = 'force-dynamic';
export const GET = control(listFaults);
export const POST = control(addFault);
export const DELETE = control(removeFaults);
