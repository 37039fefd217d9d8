import { answerFor } from '../../states';

export const dynamic = 'force-dynamic';

/** A payment with a fixed status, for the gallery's views. */
export async function GET(_request: Request, { params }: { params: Promise<{ name: string }> }) {
  return answerFor((await params).name);
}
