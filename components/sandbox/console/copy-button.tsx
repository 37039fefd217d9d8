'use client';

import { useEffect, useState } from 'react';
import { smallButton } from './styles';

/** Copies a text. Hidden on plain http pages, whose scripts cannot use the clipboard. */
export function CopyButton({ text, children }: { text: string; children: string }) {
  const [state, setState] = useState<'none' | 'ready' | 'copied'>('none');
  useEffect(() => {
    if (navigator.clipboard) setState('ready');
  }, []);
  if (state === 'none') return null;
  const copy = () => navigator.clipboard.writeText(text).then(() => setState('copied'));
  return (
    <button type="button" onClick={copy} className={smallButton}>
      <span aria-live="polite">{state === 'copied' ? 'Copied' : children}</span>
    </button>
  );
}
