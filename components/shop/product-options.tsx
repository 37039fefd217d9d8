import Link from 'next/link';
import type { OptionChoice, OptionChoices } from '@/lib/catalogue/option-choices';
import type { ShopTexts } from '@/lib/i18n/get-shop-texts';
import { type Language, localPath } from '@/lib/i18n/languages';

interface Props {
  options: readonly OptionChoices[];
  language: Language;
  messages: ShopTexts;
}

/** The choice between a product's variants: one row of links per option, each to the page of a variant. */
export function ProductOptions({ options, language, messages }: Props) {
  return options.map(({ name, choices }, index) => (
    <nav key={name} aria-labelledby={`option-${index}`} className="mt-5">
      <p id={`option-${index}`} className="mb-1.5 text-sm text-muted">
        {name}
      </p>
      <ul className="flex flex-wrap gap-2">
        {choices.map((choice) => (
          <li key={choice.value}>
            <Link
              href={localPath(language, `/products/${choice.slug}`)}
              scroll={false}
              replace
              aria-current={choice.isChosen ? 'true' : undefined}
              className={`inline-flex min-h-11 min-w-11 items-center justify-center gap-1.5 rounded-field border px-3.5 py-2 wrap-anywhere ${styleOf(choice)}`}
            >
              <span className={choice.isSoldOut ? 'line-through' : undefined}>{choice.value}</span>
              {choice.isSoldOut && <span className="text-sm">{messages.product.soldOut}</span>}
              {choice.changesOthers && <span className="sr-only">{messages.product.otherOptions}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  ));
}

function styleOf({ isChosen, isSoldOut, changesOthers }: OptionChoice): string {
  if (isChosen) return 'border-pine bg-pine-soft font-semibold outline-2 -outline-offset-2 outline-pine';
  const edge = changesOthers ? 'border-dashed' : '';
  return `border-control bg-surface hover:border-pine ${edge} ${isSoldOut || changesOthers ? 'text-muted' : ''}`;
}
