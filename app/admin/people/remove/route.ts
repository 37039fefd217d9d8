import { removePerson } from '@/lib/admin/manage-people';
import { isOwner } from '@/lib/admin/session';
import { adminPost } from '../../post';

export const dynamic = 'force-dynamic';

/** Removes a person and ends their sessions. */
export const POST = adminPost(async ({ session, form }) => {
  if (!isOwner(session)) return null;
  const isRemoved = await removePerson(session, form.get('name') ?? '');
  return `/admin/people?note=${isRemoved ? 'removed' : 'gone'}`;
});
