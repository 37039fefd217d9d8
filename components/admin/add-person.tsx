import type { AdminTexts } from '@/lib/i18n/get-admin-texts';
import { maxLengths } from '@/lib/input-limits';
import { AdminForm } from './admin-form';
import { PasswordField } from './password-field';
import { button, field, panel } from './styles';

/** The form to give a person access. `name` is the name that was entered before a refusal. */
export function AddPerson({ name, t }: { name: string; t: AdminTexts }) {
  const m = t.people;
  return (
    <section aria-labelledby="add" className={panel}>
      <h2 id="add" className="text-lg">
        {m.add}
      </h2>
      <p className="mt-1 text-sm text-muted">{m.addHint}</p>
      <AdminForm action="/admin/people/add" className="mt-3 space-y-4">
        <div>
          <label htmlFor="new-name" className="font-medium">
            {m.name}
          </label>
          <input
            id="new-name"
            name="name"
            required
            maxLength={maxLengths.merchantName}
            defaultValue={name}
            autoComplete="off"
            className={`${field} mt-1`}
          />
        </div>
        <PasswordField id="new-password" label={m.password} t={t} />
        <button type="submit" className={button('primary')}>
          {m.add}
        </button>
      </AdminForm>
    </section>
  );
}
