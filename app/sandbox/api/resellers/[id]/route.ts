import { controlRoute } from '@/lib/sandbox/control/control';
import { changeReseller } from '@/lib/sandbox/control/merchants';

export const dynamic = 'force-dynamic';
export const POST = controlRoute(changeReseller);
