import { orUnavailable } from '@/app/or-unavailable';
import { getPackingSlip } from '@/lib/admin/get-order-paper';
import type { OrderParams } from '../order';
import { paperResponse } from '../paper';

export const dynamic = 'force-dynamic';

/** The packing slip as PDF. */
export const GET = orUnavailable((_: Request, { params }: { params: Promise<OrderParams> }) =>
  paperResponse(params, getPackingSlip),
);
