import type { Metadata } from 'next';
import Link from 'next/link';
import { button, field, panel, textLink } from '@/components/admin/styles';
import { previewKinds, previewLanguages, previewMail } from '@/lib/admin/preview-mail';
import { pageTexts, type Query, readQuery, requireSession } from '../../request';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await pageTexts()).t.mail.preview.title };
}

/** Every mail in every language, about an invented order, in a frame without scripts or network access. */
export default async function MailPreviewPage({ searchParams }: { searchParams: Query }) {
  const session = await requireSession('/admin/mail/preview');
  const [{ t }, query] = await Promise.all([pageTexts(), readQuery(searchParams)]);
  const mail = previewMail(session, query.kind, query.language);
  const m = t.mail.preview;
  return (
    <>
      <Link href="/admin/mail" prefetch={false} className={`text-sm ${textLink}`}>
        ← {t.mail.back}
      </Link>
      <h1 className="mt-3 text-heading">{m.title}</h1>
      <p className="prose-measure mt-1 text-muted">{m.intro}</p>
      <form action="/admin/mail/preview" className="mt-4 flex flex-wrap items-end gap-3">
        <div className="grow sm:grow-0">
          <label htmlFor="kind" className="text-sm">
            {m.kind}
          </label>
          <select id="kind" name="kind" defaultValue={mail.kind} className={`${field} mt-1`}>
            {previewKinds.map((kind) => (
              <option key={kind} value={kind}>
                {m.kinds[kind]}
              </option>
            ))}
          </select>
        </div>
        <div className="grow sm:grow-0">
          <label htmlFor="language" className="text-sm">
            {m.language}
          </label>
          <select id="language" name="language" defaultValue={mail.language} className={`${field} mt-1`}>
            {previewLanguages.map(({ language, name }) => (
              <option key={language} value={language} lang={language}>
                {name}
              </option>
            ))}
          </select>
        </div>
        <button type="submit" className={button('secondary')}>
          {m.show}
        </button>
      </form>
      <h2 className="mt-6 text-lg" lang={mail.language}>
        {mail.subject}
      </h2>
      <iframe
        title={t.mail.body}
        sandbox=""
        srcDoc={mail.html}
        className="mt-3 h-160 w-full rounded-tile border border-line bg-white"
      />
      <details className={`mt-5 ${panel}`}>
        <summary className="font-semibold">{t.mail.asText}</summary>
        <pre className="mt-3 text-sm break-words whitespace-pre-wrap" lang={mail.language}>
          {mail.text}
        </pre>
      </details>
    </>
  );
}
