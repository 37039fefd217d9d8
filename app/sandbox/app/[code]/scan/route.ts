import { type Context, readPost } from '../../answer';
import { scan } from '../../wallet';

/** The invoice has been shown to a person. */
export async function POST(request: Request, context: Context): Promise<Response> {
  const post = await readPost(request, context);
  if (post instanceof Response) return post;
  await scan(post.reference, post.payerId);
  return new Response(null, { status: 204 });
}
