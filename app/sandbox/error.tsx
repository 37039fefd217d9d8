'use client';

import { quietButton } from '@/components/sandbox/buttons';
import { pickLanguage } from '@/components/sandbox/language';
import { Notice } from '@/components/sandbox/notice';
import { textsFor } from '@/components/sandbox/texts';

export default function SandboxError({ reset }: { reset: () => void }) {
  const texts = textsFor(pickLanguage(undefined, typeof navigator === 'undefined' ? null : navigator.language));
  return (
    <Notice title={texts.broken} text={texts.brokenText}>
      <button type="button" onClick={reset} className={`${quietButton} mt-4`}>
        {texts.retry}
      </button>
    </Notice>
  );
}
