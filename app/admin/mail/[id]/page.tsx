import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { StateBadge } from '@/components/admin/state-badge';
import { button, panel, textLink } from '@/components/admin/styles';
import { Notice } from '@/components/ui/notice';
import { getMail } from '@/lib/admin/list-mails';
import { formatExactTime } from '@/lib/i18n/format-date';
import { receiptPdfPath } from '@/lib/orders/order-urls';
import { pageTexts, requireAnySession } from '../../request';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await pageTexts()).t.mail.title };
}

/** One mail as its recipient sees it, in a frame without scripts or network access. */
export default async function MailDetailsPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const session = await requireAnySession(`/admin/mail/${encodeURIComponent(id)}`);
  const [{ language, t }, mail] = await Promise.all([pageTexts(), getMail(session, id)]);
  if (!mail) notFound();
  const m = t.mail;
  return (
    <>
      <Link href="/admin/mail" prefetch={false} className={`text-sm ${textLink}`}>
        ← {m.back}
      </Link>
      <div className="mt-3 flex flex-wrap items-center gap-x-4 gap-y-2">
        <h1 className="text-heading">{mail.subject}</h1>
        <StateBadge state={mail.state} label={m.states[mail.state]} />
      </div>
      <p className="mt-1 text-sm break-all text-muted">
        <span>{`${m.columns.recipient}: ${mail.recipient} · ${formatExactTime(mail.createdAt, language)} ·`}</span>{' '}
        <Link href={`/admin/orders/${mail.orderNumber}`} prefetch={false} className={textLink}>
          {mail.orderDisplayNumber}
        </Link>
      </p>
      {mail.failure !== null && (
        <div className="mt-4">
          <Notice tone="problem">{m.refusal(mail.failure)}</Notice>
        </div>
      )}
      <iframe
        title={m.body}
        sandbox=""
        srcDoc={mail.html}
        className="mt-5 h-160 w-full rounded-tile border border-line bg-white"
      />
      {mail.hasPdf && (
        <a href={receiptPdfPath(mail.orderId)} className={button('secondary', 'mt-4')}>
          {m.attachment}
        </a>
      )}
      <details className={`mt-5 ${panel}`}>
        <summary className="font-semibold">{m.asText}</summary>
        <pre className="mt-3 text-sm break-words whitespace-pre-wrap">{mail.text}</pre>
      </details>
    </>
  );
}
