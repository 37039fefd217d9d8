import { Notice } from '@/components/ui/notice';
import { getBehindTheScenesTexts } from '@/lib/i18n/get-behind-the-scenes-texts';
import type { Language } from '@/lib/i18n/languages';
import type { Outcome } from '@/lib/what-if/get-outcome';

/** Describes how the shop handled a what-if. */
export function WhatIfOutcome({ outcome, language }: { outcome: Outcome; language: Language }) {
  const m = getBehindTheScenesTexts(language).whatIf;
  const { isOver, failedCalls, secondsUntilKnown, whatIf } = outcome;
  const text = isOver ? m.done[whatIf] : m.pending[whatIf];
  const seconds = new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(secondsUntilKnown ?? 0);
  return (
    <div className="mb-6 print:hidden">
      <Notice tone={isOver ? 'good' : 'calm'} live="status" title={m.outcomeTitle}>
        <p>{typeof text === 'string' ? text : text(failedCalls, seconds)}</p>
      </Notice>
    </div>
  );
}
