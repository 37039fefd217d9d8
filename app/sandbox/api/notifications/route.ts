import { controlRoute } from '@/lib/sandbox/control/control';
import { postTestNotification } from '@/lib/sandbox/control/notifications';

export const dynamic = 'force-dynamic';
export const POST = controlRoute(postTestNotification);
