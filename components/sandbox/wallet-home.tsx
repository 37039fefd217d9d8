import { formatTime } from '@/lib/i18n/format-date';
import { getPayerAppTexts } from '@/lib/i18n/get-payer-app-texts';
import type { FullLanguage } from '@/lib/i18n/languages';
import type { PayerView } from '@/lib/sandbox/payer-app/payer';
import { Balances } from './balances';
import { CodeForm } from './code-form';
import { HistoryList } from './history-list';
import { type SessionQuery, withSessionQuery } from './session-query';
import { TabScreen } from './tab-screen';

const LATEST = 4;

export function WalletHome({
  wallet,
  language,
  sessionQuery,
  pin,
  wrongCode,
  canSwitch,
}: {
  wallet: PayerView;
  language: FullLanguage;
  sessionQuery: SessionQuery;
  pin: string;
  wrongCode?: string | undefined;
  canSwitch: boolean;
}) {
  const texts = getPayerAppTexts(language);
  return (
    <TabScreen texts={texts} tab="home" title={texts.appName} sessionQuery={sessionQuery}>
      <Balances
        wallet={wallet}
        language={language}
        payersHref={canSwitch ? withSessionQuery('/sandbox/app/payers', sessionQuery) : undefined}
      />
      {wallet.blockedUntil && (
        <p className="mt-4 rounded-2xl bg-bad-tint px-4 py-3 text-bad">
          {texts.blocked(formatTime(wallet.blockedUntil, language))}
        </p>
      )}
      <CodeForm texts={texts} sessionQuery={sessionQuery} wrongCode={wrongCode} />
      <section className="mt-6">
        <div className="flex items-baseline justify-between px-1">
          <h2 className="font-semibold">{texts.latest}</h2>
          {wallet.payments.length > LATEST && (
            <a
              href={withSessionQuery('/sandbox/app/activity', sessionQuery)}
              className="px-2 py-1 font-medium text-act"
            >
              {texts.all}
            </a>
          )}
        </div>
        <HistoryList rows={wallet.payments.slice(0, LATEST)} language={language} sessionQuery={sessionQuery} />
      </section>
      <p className="mt-6 px-1 text-sm text-soft leading-relaxed">{`${texts.playMoneyLong} ${texts.testPin(pin)}`}</p>
    </TabScreen>
  );
}
