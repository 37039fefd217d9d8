'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';

/** A menu link, marked if it is the current page's. */
export function NavLink({ href, label }: { href: string; label: string }) {
  const path = usePathname() ?? '';
  const isHere = href === '/admin' ? path === href : path === href || path.startsWith(`${href}/`);
  return (
    <Link
      href={href}
      prefetch={false}
      aria-current={isHere ? 'page' : undefined}
      className="block border-b-2 border-transparent px-3 py-3 whitespace-nowrap text-muted hover:text-ink aria-[current=page]:border-pine aria-[current=page]:font-semibold aria-[current=page]:text-ink"
    >
      {label}
    </Link>
  );
}
