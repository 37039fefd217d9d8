import type { PayerAppTexts } from '@/lib/i18n/get-payer-app-texts';
import type { InvoiceView, ReceiptLink } from '@/lib/sandbox/payer-app/payer';
import { primaryButton, quietButton } from './buttons';
import { receiptPath, receiptTitle } from './receipt-links';
import { Screen } from './screen';

/** A shop's document, in a frame without scripts or network access, or as text. */
export function ReceiptScreen({
  invoice,
  link,
  text,
  backHref,
  walletHref,
  texts,
}: {
  invoice: InvoiceView;
  link: ReceiptLink;
  text: string;
  backHref: string;
  walletHref: string;
  texts: PayerAppTexts;
}) {
  const title = receiptTitle(link, texts);
  return (
    <Screen
      texts={texts}
      back={walletHref}
      bottom={
        <>
          <a href={backHref} className={primaryButton}>
            {texts.toInvoice}
          </a>
          <a href={`${receiptPath(invoice.reference, link.id)}/file`} download className={quietButton}>
            {texts.download}
          </a>
        </>
      }
    >
      <h1 className="break-words px-1 pt-1 font-semibold text-2xl tracking-tight">{title}</h1>
      <p className="break-all px-1 pb-3 text-soft text-sm">{`${invoice.merchant} · ${link.mimeType}`}</p>
      <Preview kind={previewKind(link.mimeType)} text={text} title={title} texts={texts} />
    </Screen>
  );
}

type PreviewKind = 'page' | 'text' | 'none';

function Preview({
  kind,
  text,
  title,
  texts,
}: {
  kind: PreviewKind;
  text: string;
  title: string;
  texts: PayerAppTexts;
}) {
  switch (kind) {
    case 'page':
      return <iframe title={title} sandbox="" srcDoc={text} className="h-96 w-full rounded-2xl bg-white" />;
    case 'text':
      return <pre className="whitespace-pre-wrap break-words rounded-2xl bg-card p-4 text-sm">{text}</pre>;
    case 'none':
      return <p className="rounded-2xl bg-card px-5 py-4 text-soft leading-relaxed">{texts.noPreview}</p>;
  }
}

function previewKind(mimeType: string): PreviewKind {
  const type = mimeType.split(';')[0]?.trim().toLowerCase() ?? '';
  if (type === 'text/html' || type === 'application/xhtml+xml') return 'page';
  return /^text\/|[/+](xml|json)$/.test(type) ? 'text' : 'none';
}
