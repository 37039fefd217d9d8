import type { AdminTexts } from '@/lib/i18n/get-admin-texts';
import { maxLengths, minLengths } from '@/lib/input-limits';
import { field } from './styles';

interface Props {
  id: string;
  label: string;
  t: AdminTexts;
}

/** A field for a new password, with its rule. */
export function PasswordField({ id, label, t }: Props) {
  return (
    <div>
      <label htmlFor={id} className="font-medium">
        {label}
      </label>
      <input
        id={id}
        name="password"
        type="password"
        required
        minLength={minLengths.password}
        maxLength={maxLengths.password}
        autoComplete="new-password"
        aria-describedby={`${id}-hint`}
        className={`${field} mt-1`}
      />
      <p id={`${id}-hint`} className="mt-1 text-sm text-muted">
        {t.people.passwordHint(minLengths.password)}
      </p>
    </div>
  );
}
