'use client';

import Link from 'next/link';
import { buttonClass } from '@/components/ui/button-class';
import { EmptyState } from '@/components/ui/empty-state';

interface Props {
  title: string;
  hint: string;
  home: { href: string; label: string };
}

/** What the 404 page says. The data of every shop page contains it, and is shorter with a client component. */
export function NotFoundText({ title, hint, home }: Props) {
  return (
    <EmptyState title={title} hint={hint} picture="/illustrations/not-found.svg">
      <Link href={home.href} className={buttonClass()}>
        {home.label}
      </Link>
    </EmptyState>
  );
}
