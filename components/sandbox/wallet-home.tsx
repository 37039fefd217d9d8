import type { Language } from '@/lib/i18n/languages';
import { Balances } from './balances';
import { CodeForm } from './code-form';
import { HistoryList } from './history-list';
import { TabScreen } from './tab-screen';
import { formatHour, textsFor } from './texts';
import { type Carried, type WalletView, withCarried } from './view';

const LATEST = 4;

export function WalletHome({
  wallet,
  language,
  carried,
  pin,
  wrongCode,
  canSwitch,
}: {
  wallet: WalletView;
  language: Language;
  carried: Carried;
  pin: string;
  wrongCode?: string | undefined;
  canSwitch: boolean;
}) {
  const texts = textsFor(language);
  return (
    <TabScreen texts={texts} tab="home" title={texts.appName} carried={carried}>
      <Balances
        wallet={wallet}
        language={language}
        payersHref={canSwitch ? withCarried('/sandbox/app/payers', carried) : undefined}
      />
      {wallet.blockedUntil && (
        <p className="mt-4 rounded-2xl bg-bad-tint px-4 py-3 text-bad">
          {texts.blocked(formatHour(wallet.blockedUntil))}
        </p>
      )}
      <CodeForm texts={texts} carried={carried} wrongCode={wrongCode} />
      <section className="mt-6">
        <div className="flex items-baseline justify-between px-1">
          <h2 className="font-semibold">{texts.latest}</h2>
          {wallet.history.length > LATEST && (
            <a href={withCarried('/sandbox/app/activity', carried)} className="px-2 py-1 font-medium text-act">
              {texts.all}
            </a>
          )}
        </div>
        <HistoryList rows={wallet.history.slice(0, LATEST)} language={language} carried={carried} />
      </section>
      <p className="mt-6 px-1 text-sm text-soft leading-relaxed">
        {texts.playMoneyLong} {texts.testPin(pin)}
      </p>
    </TabScreen>
  );
}
