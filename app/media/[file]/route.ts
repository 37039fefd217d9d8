import { config } from '@/lib/config';
import { plainText } from '@/lib/http/plain-text';
import { mediaStore } from '@/lib/media/media-store';
import { toFileName } from '@/lib/media-path';
import { orUnavailable } from '../../or-unavailable';

export const dynamic = 'force-dynamic';

/** Answers with a file of an uploaded picture. The name contains a hash of the content, so the file never changes. */
export const GET = orUnavailable(async (_request: Request, context: { params: Promise<{ file: string }> }) => {
  const name = toFileName((await context.params).file);
  const bytes = name && config().shopEnabled ? await mediaStore().read(name) : null;
  if (!name || !bytes) return plainText('There is no such picture.', 404);
  return new Response(bytes, {
    headers: {
      'Content-Type': name.endsWith('.jpg') ? 'image/jpeg' : 'image/webp',
      'Content-Length': String(bytes.length),
      'Cache-Control': 'public, max-age=31536000, immutable',
      'X-Content-Type-Options': 'nosniff',
    },
  });
});
