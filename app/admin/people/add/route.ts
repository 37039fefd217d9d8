import { addPerson } from '@/lib/admin/manage-people';
import { isOwner } from '@/lib/admin/session';
import { adminPost } from '../../post';

export const dynamic = 'force-dynamic';

/** Adds a person. A problem is shown on the form, which keeps the name. */
export const POST = adminPost(async ({ session, form }) => {
  if (!isOwner(session)) return null;
  const name = form.get('name') ?? '';
  const note = await addPerson(session, { name, password: form.get('password') ?? '' });
  return `/admin/people?${new URLSearchParams(note === 'added' ? { note } : { note, name })}`;
});
