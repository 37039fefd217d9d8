import { seeOther } from '@/lib/http/see-other';
import { answerCard, DEFAULT_PAYER } from '@/lib/sandbox/payer-app/payer';
import { type Context, pageOf, readPost } from '../../answer';

/** Stores the payer's decision about the swiped card: `keep=yes` keeps it, any other value does not. */
export async function POST(request: Request, context: Context): Promise<Response> {
  const post = await readPost(request, context);
  if (post instanceof Response) return post;
  await answerCard(post.reference, post.payerId ?? DEFAULT_PAYER, post.form.get('keep') === 'yes');
  return seeOther(pageOf(post));
}
