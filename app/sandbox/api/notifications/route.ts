import { controlRoute } from '@/lib/sandbox/control/control';
import { tryNotification } from '@/lib/sandbox/control/notifications';

export const dynamic = 'force-dynamic';
export const POST = controlRoute(tryNotification);
