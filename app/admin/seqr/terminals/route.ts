import { registerTerminal } from '@/lib/admin/register-terminal';
import { adminPost } from '../../post';

export const dynamic = 'force-dynamic';

/** Registers a till at SEQR. The page then shows its id; the password is only sent to SEQR. */
export const POST = adminPost(async ({ session, form }) => {
  const field = (name: string) => (form.get(name) ?? '').trim();
  const result = await registerTerminal(session, {
    externalId: field('externalId'),
    name: field('name'),
    password: form.get('password') ?? '',
  });
  if (result.ok) return `/admin/seqr?terminal=${encodeURIComponent(result.terminalId)}`;
  const query = new URLSearchParams({ note: `terminal-${result.reason}` });
  if (result.reason === 'refused') query.set('detail', result.detail);
  return `/admin/seqr?${query}`;
});
