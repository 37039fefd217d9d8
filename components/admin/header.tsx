import Link from 'next/link';
import { Wordmark } from '@/components/shop/wordmark';
import type { AdminTexts } from '@/lib/i18n/get-admin-texts';
import { NavLink } from './nav-link';

const quiet = 'rounded-field px-3 py-2 text-sm hover:bg-sunken';

interface Props {
  t: AdminTexts;
  /** Null before sign-in, when there is no menu. */
  actor: string | null;
  /** Whether this is a visitor of a demonstration, who sees only their own orders. */
  isVisitor: boolean;
}

export function Header({ t, actor, isVisitor }: Props) {
  const places = isVisitor
    ? visitorPlaces(t)
    : [
        { href: '/admin', label: t.nav.overview },
        { href: '/admin/orders', label: t.nav.orders },
        { href: '/admin/products', label: t.nav.products },
        { href: '/admin/periods', label: t.nav.periods },
        { href: '/admin/vat', label: t.nav.vat },
        { href: '/admin/mail', label: t.nav.mail },
        { href: '/admin/audit', label: t.nav.audit },
        { href: '/admin/people', label: t.nav.people },
        { href: '/admin/seqr', label: t.nav.seqr },
        { href: '/admin/certification', label: t.nav.certification },
      ];
  return (
    <header className="border-b border-line bg-surface print:hidden">
      <div className="container-page flex flex-wrap items-center gap-x-4 pt-2">
        <Link href="/admin" prefetch={false} className="flex items-center gap-3 py-1">
          <Wordmark />
          <span className="hidden pt-0.5 text-sm text-muted sm:inline">{t.title}</span>
        </Link>
        <div className="ml-auto flex items-center">
          <form action="/admin/language" method="post">
            <button
              type="submit"
              name="language"
              value={t.switchTo.language}
              lang={t.switchTo.language}
              className={quiet}
            >
              {t.switchTo.label}
            </button>
          </form>
          {actor !== null && (
            <form action="/admin/session/end" method="post">
              <button type="submit" title={t.signedInAs(actor)} className={`${quiet} -mr-3`}>
                {t.signOut}
              </button>
            </form>
          )}
        </div>
        {(actor !== null || isVisitor) && (
          <nav aria-label={t.nav.label} className="-mx-5 w-[calc(100%+var(--spacing)*10)]">
            <ul className="flex flex-wrap px-2">
              {places.map((place) => (
                <li key={place.href}>
                  <NavLink {...place} />
                </li>
              ))}
            </ul>
          </nav>
        )}
      </div>
    </header>
  );
}

function visitorPlaces(t: AdminTexts) {
  return [
    { href: '/admin', label: t.nav.orders },
    { href: '/admin/mail', label: t.nav.mail },
    { href: '/admin/periods', label: t.nav.periods },
  ];
}
