import { control } from '@/lib/sandbox/control/control';
import { readMerchants } from '@/lib/sandbox/control/merchants';

export const dynamic = 'force-dynamic';
export const GET = control(readMerchants);
