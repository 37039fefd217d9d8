import { buttonClass } from '@/components/ui/button-class';
import { Notice } from '@/components/ui/notice';
import { getBehindTheScenesTexts } from '@/lib/i18n/get-behind-the-scenes-texts';
import type { Language } from '@/lib/i18n/languages';
import { whatIfPath } from '@/lib/orders/order-urls';
import { whatIfs } from '@/lib/what-if/what-if';

interface Props {
  orderId: string;
  /** Whether the last what-if could not be started. */
  isRefused: boolean;
  language: Language;
}

/** A plain form whose buttons try out a failure, such as a lost answer, on the visitor's own payment. */
export function WhatIfForm({ orderId, isRefused, language }: Props) {
  const m = getBehindTheScenesTexts(language).whatIf;
  return (
    <section aria-labelledby="what-if" className="mt-10 rounded-tile border border-line p-4 print:hidden">
      <h2 id="what-if" className="text-heading">
        {m.title}
      </h2>
      <p className="prose-measure mt-1 text-muted">{m.hint}</p>
      {isRefused && (
        <div className="mt-3">
          <Notice tone="care" live="status">
            {m.refused}
          </Notice>
        </div>
      )}
      <form action={whatIfPath(orderId)} method="post" className="mt-4 grid gap-4 sm:grid-cols-2">
        {whatIfs.map((whatIf) => {
          const { label, text } = m.buttons[whatIf];
          return (
            <div key={whatIf}>
              <button
                type="submit"
                name="what-if"
                value={whatIf}
                aria-describedby={`what-if-${whatIf}`}
                className={buttonClass('secondary', 'w-full')}
              >
                {label}
              </button>
              <p id={`what-if-${whatIf}`} className="mt-1 text-sm text-muted">
                {text}
              </p>
            </div>
          );
        })}
      </form>
    </section>
  );
}
