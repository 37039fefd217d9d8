import Link from 'next/link';
import { buttonClass } from '@/components/ui/button-class';
import { EmptyState } from '@/components/ui/empty-state';
import { getMessages } from '@/lib/i18n/get-messages';
import { localPath } from '@/lib/i18n/languages';
import { pageLanguage } from './page-language';

export default async function NotFoundPage() {
  const language = await pageLanguage();
  const m = getMessages(language).notFound;
  return (
    <EmptyState title={m.title} hint={m.text}>
      <Link href={localPath(language, '/')} className={buttonClass()}>
        {m.home}
      </Link>
    </EmptyState>
  );
}
