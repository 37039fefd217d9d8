import type { Metadata } from 'next';
import Link from 'next/link';
import { StateBadge } from '@/components/admin/state-badge';
import { textLink } from '@/components/admin/styles';
import { listMails, MAILS_SHOWN } from '@/lib/admin/list-mails';
import { isVisitor } from '@/lib/admin/visitor-session';
import { config } from '@/lib/config';
import { formatShortDateTime } from '@/lib/i18n/format-date';
import { pageTexts, type Query, readQuery, requireAnySession } from '../request';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await pageTexts()).t.mail.title };
}

/** Mails to buyers. Without a mail server they are only stored. */
export default async function MailPage({ searchParams }: { searchParams: Query }) {
  const session = await requireAnySession('/admin/mail');
  const [{ language, t }, query] = await Promise.all([pageTexts(), readQuery(searchParams)]);
  const before = new Date(query.before ?? '');
  const isPaged = !Number.isNaN(before.getTime());
  const mails = await listMails(session, isPaged ? before : undefined);
  const m = t.mail;
  const last = mails.length === MAILS_SHOWN ? mails.at(-1) : undefined;
  return (
    <>
      <h1 className="text-heading">{m.title}</h1>
      <p className="prose-measure mt-1 text-muted">
        {isVisitor(session) ? t.visitor.mails : config().smtpUrl ? m.intro : m.kept}
      </p>
      {!isVisitor(session) && (
        <p className="mt-2">
          <Link href="/admin/mail/preview" prefetch={false} className={textLink}>
            {m.preview.title}
          </Link>
        </p>
      )}
      {mails.length === 0 ? (
        <p className="mt-6 text-muted">{m.none}</p>
      ) : (
        <table className="mt-5 w-full text-left">
          <thead className="text-sm text-muted">
            <tr className="border-b border-control">
              <th className="py-2 pr-4 font-normal">{m.columns.subject}</th>
              <th className="hidden py-2 pr-4 font-normal md:table-cell">{m.columns.recipient}</th>
              <th className="hidden py-2 pr-4 font-normal md:table-cell">{m.columns.when}</th>
              <th className="py-2 text-right font-normal">{m.columns.state}</th>
            </tr>
          </thead>
          <tbody>
            {mails.map((mail) => (
              <tr key={mail.id} className="relative border-b border-line align-top hover:bg-sunken">
                <td className="max-w-56 py-3 pr-4 sm:max-w-96">
                  <Link
                    href={`/admin/mail/${mail.id}`}
                    prefetch={false}
                    className="font-semibold after:absolute after:inset-0"
                  >
                    {mail.subject}
                  </Link>
                  <span className="block truncate text-sm text-muted md:hidden">{mail.recipient}</span>
                  <span className="block text-sm text-muted md:hidden">
                    {formatShortDateTime(mail.createdAt, language)}
                  </span>
                </td>
                <td className="hidden max-w-64 truncate py-3 pr-4 md:table-cell">{mail.recipient}</td>
                <td className="hidden py-3 pr-4 whitespace-nowrap tabular-nums md:table-cell">
                  {formatShortDateTime(mail.createdAt, language)}
                </td>
                <td className="py-3 text-right">
                  <StateBadge state={mail.state} label={m.states[mail.state]} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p className="mt-4 flex gap-6">
        {isPaged && (
          <Link href="/admin/mail" prefetch={false} className={textLink}>
            {m.newest}
          </Link>
        )}
        {last && (
          <Link
            href={`/admin/mail?before=${encodeURIComponent(last.createdAt.toISOString())}`}
            prefetch={false}
            className={textLink}
          >
            {m.older}
          </Link>
        )}
      </p>
    </>
  );
}
