import type { Metadata } from 'next';
import Link from 'next/link';
import { button } from '@/components/admin/styles';
import { safePath } from '@/lib/http/safe-path';
import { isKeyOf } from '@/lib/keys-of';
import { isAdminPath } from '../post';
import { pageTexts, type Query, readQuery, requireAnySession } from '../request';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await pageTexts()).t.notSent.title };
}

/** Says why a form had no effect and links to a new form, which keeps the entered values. */
export default async function NotSentPage({ searchParams }: { searchParams: Query }) {
  await requireAnySession('/admin/not-sent');
  const [{ t }, query] = await Promise.all([pageTexts(), readQuery(searchParams)]);
  const { title, why, open } = t.notSent;
  const reason = query.why !== undefined && isKeyOf(why, query.why) ? query.why : 'changed';
  return (
    <>
      <h1 className="text-heading">{title}</h1>
      <p className="prose-measure mt-2">{why[reason]}</p>
      <Link href={formAgain(query.back)} prefetch={false} className={button('primary', 'mt-4')}>
        {open}
      </Link>
    </>
  );
}

/** The URL of the form to fill in again. `note=not-sent` replaces any note about an earlier result. */
function formAgain(back: string | undefined): string {
  const path = safePath(back, '/admin');
  const url = new URL(isAdminPath(path) ? path : '/admin', 'http://own.invalid');
  url.searchParams.set('note', 'not-sent');
  return url.pathname + url.search;
}
