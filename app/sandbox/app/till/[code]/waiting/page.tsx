import { notFound, redirect } from 'next/navigation';
import { invoicePath } from '@/components/sandbox/invoice-code';
import { NoteScreen } from '@/components/sandbox/note-screen';
import { withSessionQuery } from '@/components/sandbox/session-query';
import { RefreshSoon } from '@/components/ui/refresh-soon';
import { getPayerAppTexts } from '@/lib/i18n/get-payer-app-texts';
import { findStaticCode } from '@/lib/sandbox/payer-app/payer';
import { notFoundWithoutSandbox, type Query } from '../../../../request';
import { walletSession } from '../../../session';

type Props = { params: Promise<{ code: string }>; searchParams: Query };

export default async function TillPage({ params, searchParams }: Props) {
  notFoundWithoutSandbox();
  const till = await findStaticCode((await params).code);
  if (!till) notFound();
  const { language, sessionQuery } = await walletSession(searchParams);
  if (till.invoiceReference) redirect(withSessionQuery(invoicePath(till.invoiceReference), sessionQuery));
  const texts = getPayerAppTexts(language);
  return (
    <div lang={language} className="contents">
      <NoteScreen
        texts={texts}
        sign="wait"
        title={texts.tillTitle(till.merchant)}
        text={texts.tillText}
        linkText={texts.openWallet}
      />
      <RefreshSoon />
    </div>
  );
}
