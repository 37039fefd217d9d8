import { NoteScreen } from '@/components/sandbox/note-screen';
import { textsFor } from '@/components/sandbox/texts';
import { requestLanguage } from '../../request';

export default async function UnknownInvoice() {
  const texts = textsFor(await requestLanguage());
  return <NoteScreen texts={texts} title={texts.unknown} text={texts.unknownText} linkText={texts.openWallet} />;
}
