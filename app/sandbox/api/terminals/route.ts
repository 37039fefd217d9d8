import { controlRoute } from '@/lib/sandbox/control/control';
import { listResellersAndTerminals } from '@/lib/sandbox/control/merchants';

export const dynamic = 'force-dynamic';
export const GET = controlRoute(listResellersAndTerminals);
