'use client';

import { quietButton } from '@/components/sandbox/buttons';
import { Notice } from '@/components/sandbox/notice';
import { getPayerAppTexts } from '@/lib/i18n/get-payer-app-texts';
import { pickLanguage } from '@/lib/i18n/pick-language';

export default function SandboxError({ reset }: { reset: () => void }) {
  const texts = getPayerAppTexts(pickLanguage(undefined, typeof navigator === 'undefined' ? null : navigator.language));
  return (
    <Notice title={texts.broken} text={texts.brokenText}>
      <button type="button" onClick={reset} className={`${quietButton} mt-4`}>
        {texts.retry}
      </button>
    </Notice>
  );
}
