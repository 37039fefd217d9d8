import type { PayerAppTexts } from '@/lib/i18n/get-payer-app-texts';
import { maxLengths } from '@/lib/input-limits';
import { primaryButton } from './buttons';
import { Initial } from './history-list';

/** The payers that the app can be signed in as. */
export function PayersList({
  payers,
  current,
  texts,
}: {
  payers: readonly { id: string; name: string }[];
  current: string;
  texts: PayerAppTexts;
}) {
  return (
    <>
      <h1 className="px-1 pb-1 font-semibold text-2xl tracking-tight">{texts.payersTitle}</h1>
      <p className="px-1 pb-4 text-soft leading-relaxed">{texts.payersText}</p>
      <form
        action="/sandbox/app/payers/choose"
        method="post"
        className="divide-y divide-line overflow-hidden rounded-2xl bg-card ring-1 ring-line"
      >
        {payers.map((payer) => (
          <button
            key={payer.id}
            type="submit"
            name="payer"
            value={payer.id}
            aria-current={payer.id === current}
            className="flex min-h-16 w-full items-center gap-3 px-4 py-2 text-left active:bg-tint"
          >
            <Initial name={payer.name} />
            <span className="min-w-0 flex-1">
              <span className="block truncate font-medium">{payer.name}</span>
              <span className="block truncate font-mono text-soft text-xs">{payer.id}</span>
            </span>
            {payer.id === current && <span className="text-act text-sm">{texts.current}</span>}
          </button>
        ))}
      </form>
      <form action="/sandbox/app/payers/choose" method="post" className="mt-5 rounded-3xl bg-card p-5 ring-1 ring-line">
        <h2 className="font-semibold">{texts.newPayer}</h2>
        <input
          name="name"
          aria-label={texts.newPayerName}
          placeholder={texts.newPayerName}
          required
          maxLength={maxLengths.payerName}
          autoComplete="off"
          className="mt-3 h-12 w-full rounded-2xl border border-line bg-paper px-4"
        />
        <button type="submit" className={`${primaryButton} mt-3`}>
          {texts.create}
        </button>
      </form>
    </>
  );
}
