import type { PayerAppTexts } from '@/lib/i18n/get-payer-app-texts';
import { primaryButton } from './buttons';
import { OutcomeSign, type Sign } from './icons';
import { Screen } from './screen';

/** A screen with a single message: an unknown invoice, a missing page, an error. */
export function NoteScreen({
  texts,
  sign = 'bad',
  title,
  text,
  linkText,
}: {
  texts: PayerAppTexts;
  sign?: Sign;
  title: string;
  text: string;
  linkText: string;
}) {
  return (
    <Screen
      texts={texts}
      bottom={
        <a href="/sandbox/app" className={primaryButton}>
          {linkText}
        </a>
      }
    >
      <div className="grid h-full place-content-center justify-items-center text-center">
        <OutcomeSign sign={sign} />
        <h1 className="mt-5 font-semibold text-2xl">{title}</h1>
        <p className="mt-2 max-w-72 text-balance text-soft leading-relaxed">{text}</p>
      </div>
    </Screen>
  );
}
