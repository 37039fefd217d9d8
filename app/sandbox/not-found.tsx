import { Notice } from '@/components/sandbox/notice';
import { getPayerAppTexts } from '@/lib/i18n/get-payer-app-texts';
import { requestLanguage } from './request';

export default async function SandboxNotFound() {
  const texts = getPayerAppTexts(await requestLanguage());
  return <Notice title={texts.notFound} text={texts.notFoundText} />;
}
