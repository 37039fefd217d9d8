import type { ShopTexts } from '@/lib/i18n/get-shop-texts';

/** Paying with SEQR in three steps. */
export function SeqrSteps({ messages }: { messages: ShopTexts }) {
  const m = messages.front;
  return (
    <section
      aria-labelledby="seqr"
      className="mt-20 grid gap-8 rounded-tile bg-seqr-soft p-6 sm:p-10 lg:grid-cols-[1fr_1.4fr] lg:gap-14"
    >
      <div>
        <h2 id="seqr" className="text-title">
          {m.seqrTitle}
        </h2>
        <p className="prose-measure mt-3 text-muted">{m.seqrIntro}</p>
      </div>
      <ol className="grid gap-5 sm:grid-cols-3">
        {m.seqrSteps.map((step, index) => (
          <li key={step} className="flex items-center gap-4 sm:flex-col sm:items-start">
            <span
              aria-hidden="true"
              className="grid size-10 shrink-0 place-items-center rounded-full bg-seqr-deep font-display text-lg font-bold text-on-seqr"
            >
              {index + 1}
            </span>
            <span className="font-display text-lg leading-snug font-semibold">{step}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
