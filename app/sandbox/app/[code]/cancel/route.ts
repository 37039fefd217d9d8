import { type Context, pageOf, readPost, seeOther } from '../../answer';
import { cancel } from '../../wallet';

export async function POST(request: Request, context: Context): Promise<Response> {
  const post = await readPost(request, context);
  if (post instanceof Response) return post;
  const refusal = await cancel(post.reference);
  return seeOther(pageOf(post, refusal === null ? {} : { said: refusal }));
}
