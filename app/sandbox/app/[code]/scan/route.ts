import { scanInvoice } from '@/lib/sandbox/payer-app/payer';
import { type Context, readPost } from '../../answer';
import { GET as getState } from '../state/route';

/** Marks the invoice as shown to a person. Returns its state, which the scan may change. */
export async function POST(request: Request, context: Context): Promise<Response> {
  const post = await readPost(request, context);
  if (post instanceof Response) return post;
  await scanInvoice(post.reference, post.payerId);
  return getState(request, context);
}
