import { maxLengths } from '@/lib/input-limits';
import { field, smallButton } from './styles';

/** Searches the lines of this page. `filters` are parameters of the page's address that the search keeps. */
export function SearchForm({
  label,
  text,
  choice,
  filters = {},
}: {
  label: string;
  text: string | undefined;
  choice?: { name: string; all: string; options: readonly string[]; chosen: string | undefined };
  filters?: Record<string, string | undefined>;
}) {
  return (
    <form className="mb-4 flex flex-wrap gap-2">
      {Object.entries(filters).map(
        ([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />,
      )}
      <input
        name="text"
        type="search"
        maxLength={maxLengths.consoleSearch}
        defaultValue={text}
        placeholder={label}
        aria-label={label}
        className={`${field} min-w-0 flex-[4] basis-64`}
      />
      {choice && (
        <select
          name={choice.name}
          aria-label={choice.all}
          defaultValue={choice.chosen ?? ''}
          className={`${field} min-w-0 flex-1 basis-36`}
        >
          <option value="">{choice.all}</option>
          {choice.options.map((option) => (
            <option key={option}>{option}</option>
          ))}
        </select>
      )}
      <button type="submit" className={smallButton}>
        Search
      </button>
    </form>
  );
}
