'use client';

import type { InputHTMLAttributes, ReactNode } from 'react';
import { useCheckout } from './checkout-form';

const fieldClass =
  'mt-1.5 block h-12 w-full rounded-field border border-control bg-surface px-3.5 text-base aria-invalid:border-2 aria-invalid:border-falu';

interface Props {
  name: string;
  label: string;
  hint?: string;
  className?: string;
}

type InputProps = Props &
  Pick<InputHTMLAttributes<HTMLInputElement>, 'type' | 'inputMode' | 'autoComplete' | 'defaultValue'>;

export function CheckoutField({ name, label, hint, className, ...input }: InputProps) {
  const { described, problem } = useField(name, hint);
  return (
    <Field name={name} label={label} hint={hint} problem={problem} className={className}>
      <input id={name} name={name} required {...input} {...described} className={fieldClass} />
    </Field>
  );
}

type SelectProps = Props & { autoComplete: string; defaultValue: string; children: ReactNode };

export function CheckoutSelect({ name, label, hint, className, children, ...select }: SelectProps) {
  const { described, problem } = useField(name, hint);
  return (
    <Field name={name} label={label} hint={hint} problem={problem} className={className}>
      <select id={name} name={name} {...select} {...described} className={fieldClass}>
        {children}
      </select>
    </Field>
  );
}

function useField(name: string, hint: string | undefined) {
  const problem = useCheckout().problems.find(({ field }) => field === `customer.${name}`)?.message;
  const ids = [problem && `${name}-problem`, hint && `${name}-hint`].filter(Boolean).join(' ');
  return { problem, described: { 'aria-invalid': problem ? true : undefined, 'aria-describedby': ids || undefined } };
}

type FieldProps = Omit<Props, 'hint' | 'className'> & {
  hint: string | undefined;
  className: string | undefined;
  problem: string | undefined;
  children: ReactNode;
};

function Field({ name, label, hint, problem, className, children }: FieldProps) {
  return (
    <div className={className}>
      <label htmlFor={name} className="font-medium">
        {label}
      </label>
      {children}
      {problem && (
        <p id={`${name}-problem`} className="mt-1.5 text-sm font-medium text-falu">
          {problem}
        </p>
      )}
      {hint && (
        <p id={`${name}-hint`} className="mt-1.5 text-sm text-muted">
          {hint}
        </p>
      )}
    </div>
  );
}
