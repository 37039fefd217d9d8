import { NoteScreen } from '@/components/sandbox/note-screen';
import { getPayerAppTexts } from '@/lib/i18n/get-payer-app-texts';
import { requestLanguage } from '../../request';

export default async function UnknownInvoice() {
  const texts = getPayerAppTexts(await requestLanguage());
  return <NoteScreen texts={texts} title={texts.unknown} text={texts.unknownText} linkText={texts.openWallet} />;
}
