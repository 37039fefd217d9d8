'use client';

import { useEffect, useState } from 'react';
import { Notice } from '../ui/notice';
import { fill, keepTyped, readTyped, typedInto, versionOf } from './typed-values';

interface Props {
  formId: string;
  /** Whether to restore the entered values, because the form was refused or another form of the page was sent. */
  refused: boolean;
  /** Shown if entered values were restored. */
  unsaved?: string | undefined;
}

/** Keeps a form's entered values in this tab until the server accepts them. */
export function KeepTyped({ formId, refused, unsaved }: Props) {
  const [isUnsaved, setIsUnsaved] = useState(false);

  useEffect(() => {
    const form = document.getElementById(formId);
    if (!(form instanceof HTMLFormElement)) return;
    const kept = readTyped(form);
    if (kept && (refused || kept.left === versionOf(form))) setIsUnsaved(fill(form, kept));
    if (kept?.left !== undefined) sessionStorage.removeItem(form.action);
    const keep = () => keepTyped(form, typedInto(form));
    // Sending another form on the page leaves the page too.
    document.addEventListener('submit', keep);
    return () => document.removeEventListener('submit', keep);
  }, [formId, refused]);

  if (!isUnsaved || unsaved === undefined) return null;
  return (
    <div className="mt-4">
      <Notice tone="care">{unsaved}</Notice>
    </div>
  );
}
