import { field, smallButton } from './styles';

interface Props {
  resellers: readonly string[];
  /** The terminal that was just issued. */
  issued: string | undefined;
  problems: readonly string[];
}

/** Issues a terminal for a webshop. In production, SEQR's staff issued them. */
export function IssueTerminal({ resellers, issued, problems }: Props) {
  return (
    <form action="/sandbox/terminals/issue" method="post" className="grid gap-4 px-5 pb-5">
      <p className="max-w-2xl text-soft leading-relaxed">
        SEQR issued these terminals itself. registerTerminal creates only tills, where each invoice cancels the previous
        one. If the id exists, its password is changed.
      </p>
      {issued !== undefined && (
        <p role="status" className="rounded-xl bg-tint px-4 py-3 text-sm text-tint-ink">
          Terminal <span className="break-all font-mono">{issued}</span> is issued. It signs in with the password that
          you chose.
        </p>
      )}
      {problems.length > 0 && (
        <div role="alert" className="rounded-xl bg-bad-tint px-4 py-3 text-bad text-sm">
          {problems.map((problem) => (
            <p key={problem}>{problem}</p>
          ))}
        </div>
      )}
      <div className="grid gap-x-4 gap-y-3 sm:grid-cols-2">
        <Input name="id" label="Terminal id" />
        <div className="text-sm">
          <label htmlFor="issue-reseller" className="mb-1 block text-soft">
            Reseller
          </label>
          <select id="issue-reseller" name="reseller" className={`${field} w-full`}>
            {resellers.map((reseller) => (
              <option key={reseller}>{reseller}</option>
            ))}
          </select>
        </div>
        <Input name="password" label="Password" type="password" />
        <Input name="name" label="Name shown to payers (optional)" isOptional />
      </div>
      <button type="submit" className={`${smallButton} justify-self-start`}>
        Issue the terminal
      </button>
    </form>
  );
}

function Input({
  name,
  label,
  type = 'text',
  isOptional = false,
}: {
  name: string;
  label: string;
  type?: 'text' | 'password';
  isOptional?: boolean;
}) {
  return (
    <div className="text-sm">
      <label htmlFor={`issue-${name}`} className="mb-1 block text-soft">
        {label}
      </label>
      <input
        id={`issue-${name}`}
        name={name}
        type={type}
        required={!isOptional}
        autoComplete={type === 'password' ? 'new-password' : 'off'}
        className={`${field} w-full`}
      />
    </div>
  );
}
