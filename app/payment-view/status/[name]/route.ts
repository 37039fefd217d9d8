import { answerFor } from '../../states';

export const dynamic = 'force-dynamic';

/** A payment that stands still: the gallery's views ask here. */
export async function GET(_request: Request, { params }: { params: Promise<{ name: string }> }) {
  return answerFor((await params).name);
}
