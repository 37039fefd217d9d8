import { type Context, pageOf, readPost, seeOther } from '../../answer';
import { answerCardQuestion } from '../../wallet';

/** Whether the app keeps the card that the till swiped: `keep` is `yes` or anything else. */
export async function POST(request: Request, context: Context): Promise<Response> {
  const post = await readPost(request, context);
  if (post instanceof Response) return post;
  await answerCardQuestion(post.reference, post.payerId, post.form.get('keep') === 'yes');
  return seeOther(pageOf(post));
}
