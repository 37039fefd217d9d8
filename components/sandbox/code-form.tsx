import type { PayerAppTexts } from '@/lib/i18n/get-payer-app-texts';
import { maxLengths } from '@/lib/input-limits';
import { besideButton, primaryButton } from './buttons';
import { HiddenFields } from './hidden-fields';
import { ScanIcon } from './icons';
import { ScanLink } from './scan-link';
import { type SessionQuery, withSessionQuery } from './session-query';

/** Opens an invoice by its number, or with the camera if the browser allows it. */
export function CodeForm({
  texts,
  sessionQuery,
  wrongCode,
}: {
  texts: PayerAppTexts;
  sessionQuery: SessionQuery;
  wrongCode?: string | undefined;
}) {
  const { via: _via, ...kept } = sessionQuery;
  return (
    <form action="/sandbox/app" className="mt-4 rounded-3xl bg-card p-5 shadow-sm ring-1 ring-line">
      <h2 className="flex items-center gap-2.5 font-semibold text-lg">
        <ScanIcon />
        {texts.openInvoice}
      </h2>
      <p className="mt-1 text-sm text-soft leading-relaxed">{texts.codeHint}</p>
      <ScanLink href={withSessionQuery('/sandbox/app/scan', sessionQuery)} className={`${primaryButton} mt-4`}>
        {texts.scan}
      </ScanLink>
      <HiddenFields values={kept} />
      <div className="mt-3 flex gap-2">
        <input
          name="code"
          aria-label={texts.codeLabel}
          required
          maxLength={maxLengths.walletCode}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          placeholder="R1402562843463"
          defaultValue={wrongCode}
          aria-invalid={wrongCode !== undefined}
          aria-describedby={wrongCode === undefined ? undefined : 'code-wrong'}
          className="h-14 min-w-0 flex-1 rounded-2xl border border-line bg-paper px-4 font-mono placeholder:text-soft/60"
        />
        <button type="submit" className={besideButton}>
          {texts.codeOpen}
        </button>
      </div>
      {wrongCode !== undefined && (
        <p id="code-wrong" role="alert" className="mt-2 text-bad text-sm">
          {texts.codeWrong}
        </p>
      )}
    </form>
  );
}
