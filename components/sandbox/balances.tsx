import { getPayerAppTexts } from '@/lib/i18n/get-payer-app-texts';
import type { FullLanguage } from '@/lib/i18n/languages';
import { formatMoney } from '@/lib/money';
import type { PayerView } from '@/lib/sandbox/payer-app/payer';
import { DownIcon, PersonIcon } from './icons';

export function Balances({
  wallet,
  language,
  payersHref,
}: {
  wallet: PayerView;
  language: FullLanguage;
  /** Where to switch the payer; absent if it cannot be switched. */
  payersHref?: string | undefined;
}) {
  const texts = getPayerAppTexts(language);
  const [first, ...others] = wallet.balances;
  return (
    <section className="hero overflow-hidden rounded-3xl text-white shadow-lg">
      <div className="flex min-h-14 items-center justify-between pt-2 pr-2 pl-5">
        <h2 className="text-white/85">{texts.balance}</h2>
        {payersHref ? (
          <a
            href={payersHref}
            className="flex min-h-11 min-w-0 max-w-44 items-center gap-1.5 rounded-full px-3 text-sm active:bg-white/15"
          >
            <PersonIcon />
            <span className="truncate">{wallet.name}</span>
            <span className="sr-only">{`(${texts.switchPayer})`}</span>
          </a>
        ) : (
          <span className="max-w-44 truncate px-3 text-sm">{wallet.name}</span>
        )}
      </div>
      {first && (
        <p className="px-5 pb-5 font-semibold text-4xl tabular-nums tracking-tight">{formatMoney(first, language)}</p>
      )}
      {others.length > 0 && (
        <details className="group border-white/20 border-t">
          <summary className="flex min-h-12 cursor-pointer list-none items-center justify-between px-5 text-sm text-white/90 [&::-webkit-details-marker]:hidden">
            <span>{texts.moreCurrencies(others.length)}</span>
            <span className="transition-transform group-open:rotate-180">
              <DownIcon />
            </span>
          </summary>
          <ul className="grid grid-cols-2 gap-x-4 px-5 pb-4 tabular-nums">
            {others.map((balance) => (
              <li key={balance.currency} className="flex justify-between gap-2 border-white/15 border-b py-1.5 text-sm">
                <span className="text-white/80">{balance.currency}</span>
                <span>{formatMoney(balance, language)}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
