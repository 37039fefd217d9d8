import { changeOwnPassword } from '@/lib/admin/manage-people';
import { adminPost } from '../../post';

export const dynamic = 'force-dynamic';

/** Changes one's own password. This also ends the current session, so the next page is the sign-in page. */
export const POST = adminPost(async ({ session, form }) => {
  const typed = { current: form.get('currentPassword') ?? '', password: form.get('password') ?? '' };
  const outcome = await changeOwnPassword(session, typed);
  return outcome === 'changed' ? '/admin/sign-in?note=password-changed' : `/admin/people?note=${outcome}`;
});
