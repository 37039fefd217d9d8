import Link from 'next/link';
import { textLink } from '@/components/admin/styles';
import { pageTexts } from './request';

export default async function AdminNotFound() {
  const { t } = await pageTexts();
  return (
    <div className="py-10">
      <h1 className="text-heading">{t.notFound.title}</h1>
      <p className="mt-2 text-muted">{t.notFound.text}</p>
      <Link href="/admin" prefetch={false} className={`mt-4 inline-block ${textLink}`}>
        {t.nav.overview}
      </Link>
    </div>
  );
}
