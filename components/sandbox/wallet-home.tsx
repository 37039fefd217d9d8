import { formatTime } from '@/lib/i18n/format-date';
import { getPayerAppTexts } from '@/lib/i18n/get-payer-app-texts';
import type { FullLanguage } from '@/lib/i18n/languages';
import type { PayerView } from '@/lib/sandbox/payer-app/payer';
import { Balances } from './balances';
import { type Carried, withCarried } from './carried';
import { CodeForm } from './code-form';
import { HistoryList } from './history-list';
import { TabScreen } from './tab-screen';

const LATEST = 4;

export function WalletHome({
  wallet,
  language,
  carried,
  pin,
  wrongCode,
  canSwitch,
}: {
  wallet: PayerView;
  language: FullLanguage;
  carried: Carried;
  pin: string;
  wrongCode?: string | undefined;
  canSwitch: boolean;
}) {
  const texts = getPayerAppTexts(language);
  return (
    <TabScreen texts={texts} tab="home" title={texts.appName} carried={carried}>
      <Balances
        wallet={wallet}
        language={language}
        payersHref={canSwitch ? withCarried('/sandbox/app/payers', carried) : undefined}
      />
      {wallet.blockedUntil && (
        <p className="mt-4 rounded-2xl bg-bad-tint px-4 py-3 text-bad">
          {texts.blocked(formatTime(wallet.blockedUntil, language))}
        </p>
      )}
      <CodeForm texts={texts} carried={carried} wrongCode={wrongCode} />
      <section className="mt-6">
        <div className="flex items-baseline justify-between px-1">
          <h2 className="font-semibold">{texts.latest}</h2>
          {wallet.payments.length > LATEST && (
            <a href={withCarried('/sandbox/app/activity', carried)} className="px-2 py-1 font-medium text-act">
              {texts.all}
            </a>
          )}
        </div>
        <HistoryList rows={wallet.payments.slice(0, LATEST)} language={language} carried={carried} />
      </section>
      <p className="mt-6 px-1 text-sm text-soft leading-relaxed">{`${texts.playMoneyLong} ${texts.testPin(pin)}`}</p>
    </TabScreen>
  );
}
