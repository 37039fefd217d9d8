import Link from 'next/link';
import { config } from '@/lib/config';
import type { ShopTexts } from '@/lib/i18n/get-shop-texts';
import { type Language, localPath } from '@/lib/i18n/languages';
import { formatMoney } from '@/lib/money';
import type { QuoteLine } from '@/lib/orders/quote';
import { CartForm } from './cart-form';
import { lineProblemMessage } from './line-problem';
import { ProductImage } from './product-image';

interface Props {
  lines: readonly QuoteLine[];
  /** A refused change, shown at its line. */
  refused: { slug: string; message: string } | null;
  language: Language;
  messages: ShopTexts;
}

export function CartLines({ lines, refused, language, messages }: Props) {
  return (
    <ul className="mt-6 divide-y divide-line border-y border-line">
      {lines.map((line) => (
        <CartLine
          key={`${line.slug} ${line.quantity}`}
          line={line}
          problem={refused?.slug === line.slug ? refused.message : lineProblemMessage(line, messages)}
          language={language}
          messages={messages}
        />
      ))}
    </ul>
  );
}

interface LineProps {
  line: QuoteLine;
  problem: string | null;
  language: Language;
  messages: ShopTexts;
}

function CartLine({ line, problem, language, messages }: LineProps) {
  const m = messages.cart;
  const isKnown = line.problem !== 'unknown';
  const name = line.name || m.gone;
  const form = { slug: line.slug, language, failed: m.failed };
  return (
    <li className="grid grid-cols-[min(5.5rem,25%)_minmax(0,1fr)] gap-x-4 py-5 sm:grid-cols-[7rem_1fr] sm:gap-x-6">
      <ProductImage
        image={line.image}
        alt=""
        sizes="7rem"
        width={400}
        height={400}
        className="aspect-square w-full rounded-field bg-sunken object-cover"
      />
      <div>
        <div className="flex flex-wrap items-baseline justify-between gap-x-4">
          <h2 className="text-lg leading-snug wrap-anywhere">
            {isKnown ? (
              <Link href={localPath(language, `/products/${line.slug}`)} className="hover:underline">
                {name}
              </Link>
            ) : (
              name
            )}
          </h2>
          {!line.problem && <p className="font-medium tabular-nums">{formatMoney(line.total, language)}</p>}
        </div>
        {isKnown && line.quantity > 1 && (
          <p className="text-sm text-muted tabular-nums">{m.each(formatMoney(line.unitPrice, language))}</p>
        )}
        <div className="mt-3 flex flex-wrap items-start gap-x-4 gap-y-2">
          {isKnown && line.problem !== 'sold-out' && (
            <CartForm action="set" {...form}>
              <span className="flex">
                <input
                  type="number"
                  name="quantity"
                  inputMode="numeric"
                  aria-label={m.quantityOf(name)}
                  aria-invalid={problem ? true : undefined}
                  aria-describedby={problem ? `problem-${line.slug}` : undefined}
                  defaultValue={line.quantity}
                  min={1}
                  max={config().orderLimits.lineQuantity}
                  className="h-11 w-18 rounded-l-field border border-control bg-surface px-3 text-base tabular-nums aria-invalid:border-falu"
                />
                <button
                  type="submit"
                  className="-ml-px h-11 in-aria-busy:opacity-60 rounded-r-field border border-control px-3 text-sm font-medium hover:bg-pine-soft"
                >
                  {m.update}
                </button>
              </span>
            </CartForm>
          )}
          <CartForm action="remove" {...form}>
            <button
              type="submit"
              aria-label={m.removeName(name)}
              className="h-11 text-sm in-aria-busy:opacity-60 underline decoration-line decoration-2 underline-offset-4 hover:decoration-pine"
            >
              {m.remove}
            </button>
          </CartForm>
        </div>
        {problem && (
          <p id={`problem-${line.slug}`} role="alert" className="mt-2 font-medium text-falu">
            {problem}
          </p>
        )}
      </div>
    </li>
  );
}
