import { field as fieldStyle, smallButton } from './styles';

/** A field of a fault: its name in the control API, and its input. */
export type FaultField = {
  name: string;
  label: string;
  type: 'text' | 'number' | 'checkbox' | 'select';
  hint?: string;
  options?: readonly (string | { value: string; label: string })[];
  /** Whether the control API expects a number. */
  isNumber?: boolean;
  value?: string;
  step?: string;
};

export type FaultKindView = { kind: string; title: string; text: string; fields: readonly FaultField[] };

/** Starts one kind of fault. Empty fields do not restrict it. */
export function FaultForm({ kind, problems }: { kind: FaultKindView; problems: readonly string[] }) {
  return (
    <form action="/sandbox/faults/act" method="post" className="grid gap-4 px-5 pb-5">
      <input type="hidden" name="kind" value={kind.kind} />
      <p className="text-soft leading-relaxed">{kind.text}</p>
      {problems.length > 0 && (
        <div role="alert" className="rounded-xl bg-bad-tint px-4 py-3 text-bad text-sm">
          {problems.map((problem) => (
            <p key={problem}>{problem}</p>
          ))}
        </div>
      )}
      <div className="grid gap-x-4 gap-y-3 sm:grid-cols-2">
        {kind.fields.map((field) => (
          <FieldRow key={field.name} field={field} />
        ))}
      </div>
      <button type="submit" className={`${smallButton} justify-self-start`}>
        Start this fault
      </button>
    </form>
  );
}

function FieldRow({ field }: { field: FaultField }) {
  if (field.type === 'checkbox') {
    return (
      <label className="flex min-h-10 items-center gap-2 text-sm sm:col-span-2">
        <input
          type="checkbox"
          name={field.name}
          defaultChecked={field.value === 'true'}
          className="size-4 accent-act"
        />
        <span>{field.label}</span>
      </label>
    );
  }
  const id = `fault-${field.name}`;
  return (
    <div className="text-sm">
      <label htmlFor={id} className="mb-1 block text-soft">
        {field.label}
      </label>
      {field.type === 'select' ? (
        <select id={id} name={field.name} defaultValue={field.value ?? ''} className={`${fieldStyle} w-full`}>
          {field.options
            ?.map((option) => (typeof option === 'string' ? { value: option, label: option } : option))
            .map(({ value, label }) => (
              <option key={value} value={value}>
                {label === '' ? 'any' : label}
              </option>
            ))}
        </select>
      ) : (
        <input
          id={id}
          name={field.name}
          type={field.type}
          step={field.step}
          defaultValue={field.value}
          placeholder={field.hint}
          autoComplete="off"
          className={`${fieldStyle} w-full`}
        />
      )}
    </div>
  );
}
