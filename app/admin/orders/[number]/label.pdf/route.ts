import { orUnavailable } from '@/app/or-unavailable';
import { getAddressLabel } from '@/lib/admin/get-order-paper';
import type { OrderParams } from '../order';
import { paperResponse } from '../paper';

export const dynamic = 'force-dynamic';

/** The address label as PDF: 100 × 150 mm, or on A4 with `?paper=a4`. */
export const GET = orUnavailable((request: Request, { params }: { params: Promise<OrderParams> }) => {
  const size = new URL(request.url).searchParams.get('paper') === 'a4' ? 'a4' : 'label';
  return paperResponse(params, (session, number) => getAddressLabel(session, number, size));
});
