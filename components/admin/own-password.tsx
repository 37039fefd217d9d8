import type { AdminTexts } from '@/lib/i18n/get-admin-texts';
import { AdminForm } from './admin-form';
import { PasswordField } from './password-field';
import { button, field, panel } from './styles';

/** The form to change one's own password. The hidden name tells password managers whose password it is. */
export function OwnPassword({ name, isOwner, t }: { name: string; isOwner: boolean; t: AdminTexts }) {
  const m = t.people;
  return (
    <section aria-labelledby="own" className={panel}>
      <h2 id="own" className="text-lg">
        {m.own}
      </h2>
      <p className="mt-1 text-sm text-muted">{isOwner ? `${m.ownHint} ${m.ownersHint}` : m.ownHint}</p>
      <AdminForm action="/admin/people/own-password" className="mt-3 space-y-4">
        <input type="hidden" name="username" value={name} autoComplete="username" />
        <div>
          <label htmlFor="current-password" className="font-medium">
            {m.current}
          </label>
          <input
            id="current-password"
            name="currentPassword"
            type="password"
            required
            autoComplete="current-password"
            className={`${field} mt-1`}
          />
        </div>
        <PasswordField id="own-password" label={m.new} t={t} />
        <button type="submit" className={button('secondary')}>
          {m.change}
        </button>
      </AdminForm>
    </section>
  );
}
