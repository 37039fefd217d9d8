import { buttonClass } from '@/components/ui/button-class';
import { maxLengths } from '@/lib/input-limits';

interface Props {
  /** The path of the search page. */
  action: string;
  /** What was searched for. */
  text: string;
  texts: { field: string; submit: string };
}

/** A field with the searched text, for browsers without JavaScript. The header's field is prerendered without it. */
export function SearchAgain({ action, text, texts }: Props) {
  return (
    <noscript>
      <form action={action} className="mb-6 flex max-w-md gap-2">
        <input
          type="search"
          name="q"
          aria-label={texts.field}
          defaultValue={text}
          maxLength={maxLengths.productSearch}
          className="h-12 min-w-0 grow rounded-field border border-control bg-surface px-3 text-base"
        />
        <button type="submit" className={buttonClass('secondary')}>
          {texts.submit}
        </button>
      </form>
    </noscript>
  );
}
