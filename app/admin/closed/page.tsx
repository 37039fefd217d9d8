import type { Metadata } from 'next';
import Link from 'next/link';
import { button, textLink } from '@/components/admin/styles';
import { currentVisitor, pageTexts, requireSession } from '../request';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await pageTexts()).t.visitor.closedTitle };
}

/** In a demonstration, says that a part of the back office is closed to visitors. */
export default async function ClosedPage() {
  if (!(await currentVisitor())) await requireSession('/admin/closed');
  const m = (await pageTexts()).t.visitor;
  return (
    <>
      <h1 className="text-heading">{m.closedTitle}</h1>
      <p className="prose-measure mt-2">{m.closed}</p>
      <p className="mt-5 flex flex-wrap items-center gap-5">
        <Link href="/admin" prefetch={false} className={button('primary')}>
          {m.back}
        </Link>
        <Link href="/admin/sign-in" prefetch={false} className={textLink}>
          {m.signIn}
        </Link>
      </p>
    </>
  );
}
