import { resetPassword } from '@/lib/admin/manage-people';
import { isOwner } from '@/lib/admin/session';
import { adminPost } from '../../post';

export const dynamic = 'force-dynamic';

/** Gives a person a new password. */
export const POST = adminPost(async ({ session, form }) => {
  if (!isOwner(session)) return null;
  const typed = { name: form.get('name') ?? '', password: form.get('password') ?? '' };
  return `/admin/people?note=${(await resetPassword(session, typed)) ?? 'gone'}`;
});
