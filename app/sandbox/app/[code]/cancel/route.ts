import { seeOther } from '@/lib/http/see-other';
import { cancelInvoice } from '@/lib/sandbox/payer-app/payer';
import { type Context, pageOf, readPost } from '../../answer';

export async function POST(request: Request, context: Context): Promise<Response> {
  const post = await readPost(request, context);
  if (post instanceof Response) return post;
  const refusal = await cancelInvoice(post.reference);
  return seeOther(pageOf(post, refusal === null ? {} : { refusal }));
}
