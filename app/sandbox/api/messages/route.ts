import { controlRoute } from '@/lib/sandbox/control/control';
import { listMessages } from '@/lib/sandbox/control/messages';

export const dynamic = 'force-dynamic';
export const GET = controlRoute(listMessages);
