import { MAX_OPTION_LENGTH } from '@/lib/catalogue/options';
import type { Language } from '@/lib/i18n/languages';
import { field } from './styles';

interface Props {
  name: string;
  label: string;
  language: Language;
  value?: string;
  required?: boolean;
}

/** A field for an option's name or value in one language. */
export function OptionField({ name, label, language, value = '', required = false }: Props) {
  return (
    <div>
      <label htmlFor={name} className="text-sm text-muted">
        {label}
      </label>
      <input
        id={name}
        name={name}
        lang={language}
        required={required}
        maxLength={MAX_OPTION_LENGTH}
        defaultValue={value}
        className={`${field} mt-0.5`}
      />
    </div>
  );
}
