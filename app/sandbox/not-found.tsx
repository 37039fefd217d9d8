import { Notice } from '@/components/sandbox/notice';
import { textsFor } from '@/components/sandbox/texts';
import { requestLanguage } from './request';

export default async function SandboxNotFound() {
  const texts = textsFor(await requestLanguage());
  return <Notice title={texts.notFound} text={texts.notFoundText} />;
}
