import type { Language } from '@/lib/i18n/languages';
import { formatMoney } from '@/lib/money';
import { primaryButton } from './buttons';
import { HistoryList } from './history-list';
import { DownIcon, ScanIcon } from './icons';
import { Screen } from './screen';
import { textsFor } from './texts';
import type { WalletView } from './view';

export function WalletHome({
  wallet,
  language,
  pin,
  wrongCode,
}: {
  wallet: WalletView;
  language: Language;
  pin: string;
  wrongCode?: string | undefined;
}) {
  const texts = textsFor(language);
  return (
    <Screen texts={texts}>
      <h1 className="sr-only">{texts.appName}</h1>
      <Balances wallet={wallet} language={language} />
      <form action="/sandbox/app" className="mt-4 rounded-3xl bg-card p-5 shadow-sm ring-1 ring-line">
        <h2 className="flex items-center gap-2.5 font-semibold text-lg">
          <ScanIcon />
          {texts.openInvoice}
        </h2>
        <p className="mt-1 text-sm text-soft leading-relaxed">{texts.codeHint}</p>
        <label htmlFor="code" className="sr-only">
          {texts.codeLabel}
        </label>
        <input
          id="code"
          name="code"
          required
          maxLength={200}
          inputMode="text"
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          placeholder="R1402562843463"
          defaultValue={wrongCode}
          aria-invalid={wrongCode !== undefined}
          aria-describedby={wrongCode === undefined ? undefined : 'code-wrong'}
          className="mt-4 h-14 w-full rounded-2xl border border-line bg-paper px-4 font-mono text-lg placeholder:text-soft/60"
        />
        {wrongCode !== undefined && (
          <p id="code-wrong" role="alert" className="mt-2 text-bad text-sm">
            {texts.codeWrong}
          </p>
        )}
        <button type="submit" className={`${primaryButton} mt-3`}>
          {texts.codeOpen}
        </button>
      </form>
      <section className="mt-6">
        <h2 className="px-1 font-semibold">{texts.latest}</h2>
        <HistoryList rows={wallet.history} language={language} />
      </section>
      <p className="mt-6 px-1 pb-4 text-sm text-soft leading-relaxed">
        {texts.playMoneyLong} {texts.testPin(pin)}
      </p>
    </Screen>
  );
}

function Balances({ wallet, language }: { wallet: WalletView; language: Language }) {
  const texts = textsFor(language);
  const [first, ...others] = wallet.balances;
  return (
    <section className="hero overflow-hidden rounded-3xl text-white shadow-lg">
      <div className="flex items-start justify-between px-5 pt-5">
        <h2 className="text-white/85">{texts.balance}</h2>
        <span className="text-sm text-white/85">{wallet.payerName}</span>
      </div>
      {first && (
        <p className="px-5 pt-1 pb-5 font-semibold text-4xl tabular-nums tracking-tight">
          {formatMoney(first, language)}
        </p>
      )}
      {others.length > 0 && (
        <details className="group border-white/20 border-t">
          <summary className="flex min-h-12 cursor-pointer list-none items-center justify-between px-5 text-sm text-white/90 [&::-webkit-details-marker]:hidden">
            {texts.moreCurrencies(others.length)}
            <span className="transition-transform group-open:rotate-180">
              <DownIcon />
            </span>
          </summary>
          <ul className="grid grid-cols-2 gap-x-4 px-5 pb-4 tabular-nums">
            {others.map((balance) => (
              <li key={balance.currency} className="flex justify-between gap-2 border-white/15 border-b py-1.5 text-sm">
                <span className="text-white/80">{balance.currency}</span>
                {formatMoney(balance, language)}
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
