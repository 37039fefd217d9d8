import type { Suggestion } from './fetch-suggestions';
import { ProductImage } from './product-image';

interface Props {
  id: string;
  label: string;
  suggestions: readonly Suggestion[];
  /** The index of the chosen suggestion, or -1. */
  active: number;
  onChoose: (path: string) => void;
}

/** The list of a combobox, whose field keeps the focus and handles the keys. */
export function SuggestionList({ id, label, suggestions, active, onChoose }: Props) {
  return (
    <div
      id={id}
      role="listbox"
      aria-label={label}
      hidden={suggestions.length === 0}
      className="absolute inset-x-0 top-12 z-10 overflow-hidden rounded-tile border border-line bg-surface py-1 shadow-lg"
    >
      {suggestions.map(({ path, name, image, price }, index) => (
        // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the field.
        // biome-ignore lint/a11y/useKeyWithClickEvents: the field handles the keys.
        <div
          key={path}
          id={`${id}-${index}`}
          role="option"
          aria-selected={index === active}
          onPointerDown={(event) => event.preventDefault()}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onChoose(path)}
          className="flex cursor-pointer items-center gap-3 px-3 py-2 hover:bg-sunken aria-selected:bg-sunken"
        >
          <ProductImage
            image={image}
            alt=""
            sizes="2.5rem"
            width={40}
            height={40}
            className="size-10 shrink-0 rounded-field object-cover"
          />
          <span className="min-w-0 flex-1 wrap-anywhere">{name}</span>
          <span className="text-sm text-muted tabular-nums">{price}</span>
        </div>
      ))}
    </div>
  );
}
