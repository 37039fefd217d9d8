import { formatShortDateTime } from '@/lib/i18n/format-date';
import { getPayerAppTexts } from '@/lib/i18n/get-payer-app-texts';
import type { FullLanguage } from '@/lib/i18n/languages';
import type { PayerView } from '@/lib/sandbox/payer-app/payer';

/** The bank's text messages to the payer. */
export function MessagesList({ messages, language }: { messages: PayerView['messages']; language: FullLanguage }) {
  if (messages.length === 0) {
    return (
      <p className="rounded-2xl border border-line border-dashed px-4 py-5 text-soft leading-relaxed">
        {getPayerAppTexts(language).noMessages}
      </p>
    );
  }
  return (
    <ul className="grid gap-4">
      {messages.map((message) => (
        <li key={message.id} className="max-w-[88%]">
          <p lang="en" className="rounded-3xl rounded-bl-md bg-card px-4 py-3 leading-relaxed ring-1 ring-line">
            {message.text}
          </p>
          <p className="mt-1 px-2 text-soft text-xs">{`SEQR · ${formatShortDateTime(message.at, language)}`}</p>
        </li>
      ))}
    </ul>
  );
}
