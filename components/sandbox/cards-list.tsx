import type { PayerAppTexts } from '@/lib/i18n/get-payer-app-texts';
import { maxLengths } from '@/lib/input-limits';
import type { PayerView } from '@/lib/sandbox/payer-app/payer';
import { primaryButton } from './buttons';
import { HiddenFields } from './hidden-fields';
import type { SessionQuery } from './session-query';

const input = 'h-12 w-full rounded-2xl border border-line bg-paper px-4';

/** The payer's loyalty cards, with a form to add one. */
export function CardsList({
  cards,
  texts,
  sessionQuery,
}: {
  cards: PayerView['tokens'];
  texts: PayerAppTexts;
  sessionQuery: SessionQuery;
}) {
  return (
    <>
      <p className="px-1 pb-4 text-soft leading-relaxed">{texts.cardsText}</p>
      {cards.length === 0 && (
        <p className="rounded-2xl border border-line border-dashed px-4 py-5 text-soft">{texts.noCards}</p>
      )}
      <ul className="grid gap-3">
        {cards.map((card) => (
          <li key={card.id} className="hero flex items-center gap-3 rounded-2xl px-5 py-4 text-white">
            <span className="min-w-0 flex-1">
              <span className="block truncate font-semibold">{card.description ?? card.id}</span>
              <span className="block truncate font-mono text-sm text-white/85">{card.value ?? card.id}</span>
            </span>
            <form action="/sandbox/app/cards/save" method="post">
              <HiddenFields values={sessionQuery} />
              <button
                type="submit"
                name="remove"
                value={card.id}
                aria-label={texts.removeCard(card.description ?? card.id)}
                className="grid size-11 place-items-center rounded-full text-2xl leading-none active:bg-white/20"
              >
                ×
              </button>
            </form>
          </li>
        ))}
      </ul>
      <form
        action="/sandbox/app/cards/save"
        method="post"
        className="mt-5 grid gap-3 rounded-3xl bg-card p-5 ring-1 ring-line"
      >
        <HiddenFields values={sessionQuery} />
        <label>
          <span className="mb-1 block text-sm text-soft">{texts.cardName}</span>
          <input name="name" required maxLength={maxLengths.loyaltyCard} autoComplete="off" className={input} />
        </label>
        <label>
          <span className="mb-1 block text-sm text-soft">{texts.cardNumber}</span>
          <input
            name="number"
            required
            maxLength={maxLengths.loyaltyCard}
            autoComplete="off"
            className={`${input} font-mono`}
          />
        </label>
        <button type="submit" className={primaryButton}>
          {texts.addCard}
        </button>
      </form>
    </>
  );
}
