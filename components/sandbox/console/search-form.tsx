import { field, smallButton } from './styles';

export function SearchForm({
  label,
  text,
  choice,
}: {
  label: string;
  text: string | undefined;
  choice?: { name: string; all: string; options: readonly string[]; chosen: string | undefined };
}) {
  return (
    <form className="mb-4 flex flex-wrap gap-2">
      <input
        name="text"
        type="search"
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
