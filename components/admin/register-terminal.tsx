import type { AdminTexts } from '@/lib/i18n/get-admin-texts';
import { maxLengths, minLengths } from '@/lib/input-limits';
import { Notice } from '../ui/notice';
import { AdminForm } from './admin-form';
import { button, field, panel } from './styles';

interface Props {
  /** The id from SEQR, after registering. */
  registered: string | undefined;
  /** SEQR's result name if it refused. */
  refusal: string | undefined;
  t: AdminTexts;
}

export function RegisterTerminal({ registered, refusal, t: { seqr: m } }: Props) {
  return (
    <section aria-labelledby="register" className={panel}>
      <h2 id="register" className="text-lg">
        {m.register}
      </h2>
      <p className="mt-1 text-muted">{m.registerHint}</p>
      {registered !== undefined && (
        <div className="mt-3">
          <Notice tone="good" live="status" title={m.registered}>
            <code className="break-all">{registered}</code>
            <p className="mt-1 text-sm">{m.registeredHint}</p>
          </Notice>
        </div>
      )}
      {refusal !== undefined && /^[A-Za-z_]{1,80}$/.test(refusal) && <p className="mt-2 text-falu">{refusal}</p>}
      <AdminForm action="/admin/seqr/terminals" className="mt-3 grid gap-3 sm:grid-cols-2">
        {(['externalId', 'name'] as const).map((name) => (
          <div key={name}>
            <label htmlFor={name} className="text-sm">
              {m.fields[name]}
            </label>
            <input id={name} name={name} required maxLength={maxLengths.terminalField} className={`${field} mt-1`} />
          </div>
        ))}
        <div>
          <label htmlFor="password" className="text-sm">
            {m.fields.password}
          </label>
          <input
            id="password"
            name="password"
            type="password"
            required
            minLength={minLengths.terminalPassword}
            maxLength={maxLengths.terminalField}
            autoComplete="new-password"
            className={`${field} mt-1`}
          />
        </div>
        <button type="submit" className={button('secondary', 'self-end justify-self-start')}>
          {m.register}
        </button>
      </AdminForm>
    </section>
  );
}
