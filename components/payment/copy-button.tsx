'use client';

import { useState } from 'react';
import { buttonClass } from '@/components/ui/button-class';

/** Copies a text. Selects it instead if the browser has no clipboard (plain http). */
export function CopyButton({ text, from }: { text: string; from: string }) {
  const [isCopied, setCopied] = useState(false);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setCopied(true);
    } catch {
      const element = document.getElementById(from);
      if (element) getSelection()?.selectAllChildren(element);
    }
  };
  return (
    <button type="button" onClick={copy} className={buttonClass('secondary')}>
      <span aria-live="polite">{isCopied ? 'Copied' : 'Copy the tag'}</span>
    </button>
  );
}
