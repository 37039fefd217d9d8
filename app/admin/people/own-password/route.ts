import { changeOwnPassword } from '@/lib/admin/manage-people';
import { adminPost } from '../../post';

export const dynamic = 'force-dynamic';

/** Changes one's own password. It ends this session too, so the sign-in page follows. */
export const POST = adminPost(async ({ session, form }) => {
  const typed = { current: form.get('currentPassword') ?? '', password: form.get('password') ?? '' };
  const outcome = await changeOwnPassword(session, typed);
  return outcome === 'changed' ? '/admin/sign-in?note=password-changed' : `/admin/people?note=${outcome}`;
});
