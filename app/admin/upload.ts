import { sendOnce } from '@/lib/admin/send-once';
import type { Session } from '@/lib/admin/session';
import { config } from '@/lib/config';
import { plainText } from '@/lib/http/plain-text';
import { readUpload } from '@/lib/http/read-upload';
import { isSameOrigin } from '@/lib/http/same-origin';
import { seeOther } from '@/lib/http/see-other';
import { orUnavailable } from '../or-unavailable';
import { asksForPage, refuseForm, refuseSignedOut } from './post';
import { currentSession } from './request';

type Received<Params> = { session: Session; params: Params; file: Uint8Array };
type Handlers<Params> = {
  /** The maximum size of the file in bytes. */
  readonly limit: number;
  /** Returns the path of the page that says that the file is too large. */
  readonly tooLarge: (params: Params) => string;
  /** Returns the path of the next page, or null if the target does not exist. */
  readonly act: (received: Received<Params>) => Promise<string | null>;
};

/**
 * Like `adminPost`, for a form with a file. Checks origin and session before it reads the body, so that only a signed-in
 * person can make the server read a file. The route's path must not match proxy.ts: Next would then read the body before
 * the route runs, and cut it off after 10 MB.
 */
export function adminUpload<Params>({ limit, tooLarge, act }: Handlers<Params>) {
  return orUnavailable(async (request: Request, context: { params: Promise<Params> }): Promise<Response> => {
    if (!config().shopEnabled) return plainText('There is no shop here.', 404);
    if (!isSameOrigin(request)) return plainText('Only the back office’s own pages may do this.', 403);
    const session = await currentSession();
    if (!session) return refuseSignedOut(request);
    const [params, upload] = [await context.params, await readUpload(request, limit)];
    if (upload === 'type') return plainText('Send the file as a form (multipart/form-data).', 415);
    if (upload === 'form') return plainText('Send a form with the fields `key` and `file`, a file.', 400);
    if (upload === 'large') {
      const sentence = `The file is too large; at most ${limit} bytes.`;
      return asksForPage(request) ? seeOther(tooLarge(params)) : plainText(sentence, 413);
    }
    const { key, file, digest } = upload;
    const sent = { key, path: new URL(request.url).pathname, fields: new URLSearchParams({ digest }) };
    const outcome = await sendOnce(sent, () => act({ session, params, file }));
    if ('refused' in outcome) return refuseForm(request, outcome.refused);
    return outcome.path === null ? plainText('Not found.', 404) : seeOther(outcome.path);
  });
}
