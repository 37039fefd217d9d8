import { quietButton } from '@/components/sandbox/buttons';
import { Scanner } from '@/components/sandbox/scanner';
import { Screen } from '@/components/sandbox/screen';
import { withSessionQuery } from '@/components/sandbox/session-query';
import { getPayerAppTexts } from '@/lib/i18n/get-payer-app-texts';
import { notFoundWithoutSandbox, type Query } from '../../request';
import { walletSession } from '../session';

export default async function ScanPage({ searchParams }: { searchParams: Query }) {
  notFoundWithoutSandbox();
  const { language, sessionQuery } = await walletSession(searchParams);
  const texts = getPayerAppTexts(language);
  const home = withSessionQuery('/sandbox/app', sessionQuery);
  return (
    <div lang={language} className="contents">
      <Screen
        texts={texts}
        back={home}
        bottom={
          <a href={home} className={quietButton}>
            {texts.typeInstead}
          </a>
        }
      >
        <h1 className="sr-only">{texts.scan}</h1>
        <Scanner
          query={withSessionQuery('', sessionQuery)}
          texts={{
            asking: texts.scanWaiting,
            looking: texts.scanTitle,
            foreign: texts.scanForeign,
            none: texts.scanNoCamera,
          }}
        />
      </Screen>
    </div>
  );
}
