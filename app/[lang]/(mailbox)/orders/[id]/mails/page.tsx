import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { pageLanguage } from '@/app/[lang]/page-language';
import { privateMetadata } from '@/app/[lang]/page-metadata';
import { listOrderMails } from '@/lib/demo/list-order-mails';
import { formatExactTime } from '@/lib/i18n/format-date';
import { getShopTexts } from '@/lib/i18n/get-shop-texts';
import { orderPath } from '@/lib/orders/order-urls';

interface Props {
  params: Promise<{ id: string }>;
}

export const dynamic = 'force-dynamic';

export async function generateMetadata(): Promise<Metadata> {
  return privateMetadata(getShopTexts(await pageLanguage()).demo.mails.title);
}

/** In a demonstration, the buyer's mailbox: the mails of one order, each in a frame without scripts. */
export default async function MailsPage({ params }: Props) {
  const [language, { id }] = [await pageLanguage(), await params];
  const mails = await listOrderMails(id);
  if (!mails) notFound();
  const m = getShopTexts(language).demo.mails;
  return (
    <div className="max-w-3xl pt-8 lg:pt-12">
      <a href={orderPath(id, language)} className="text-sm underline underline-offset-4">
        {m.back}
      </a>
      <h1 className="mt-3 text-title">{m.title}</h1>
      <p className="prose-measure mt-2 text-muted">{m.intro}</p>
      {mails.length === 0 && <p className="prose-measure mt-8">{m.none}</p>}
      <ul className="mt-8 space-y-8">
        {mails.map((mail) => (
          <li key={mail.id}>
            <h2 className="text-heading">{mail.subject}</h2>
            <p className="text-sm text-muted tabular-nums">{formatExactTime(mail.at, language)}</p>
            <iframe
              title={mail.subject}
              sandbox=""
              srcDoc={mail.html}
              className="mt-3 h-160 w-full rounded-tile border border-line bg-white"
            />
          </li>
        ))}
      </ul>
    </div>
  );
}
