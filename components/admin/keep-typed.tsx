'use client';

import { useEffect } from 'react';

interface Props {
  formId: string;
  /** Whether the form was sent and refused: then what was typed comes back to be mended. */
  refused: boolean;
}

/** Keeps what was typed into a form, in this tab only, while the server looks at it. */
export function KeepTyped({ formId, refused }: Props) {
  useEffect(() => {
    const form = document.getElementById(formId);
    if (!(form instanceof HTMLFormElement)) return;
    const kept = sessionStorage.getItem(form.action);
    if (refused && kept) fill(form, JSON.parse(kept));
    const keep = () => sessionStorage.setItem(form.action, JSON.stringify([...new FormData(form)]));
    form.addEventListener('submit', keep);
    return () => form.removeEventListener('submit', keep);
  }, [formId, refused]);

  return null;
}

/** Hidden fields say what the server showed. Where that is another stock now, so is the meaning of the one typed. */
function fill(form: HTMLFormElement, entries: [name: string, value: string][]): void {
  const kept = new Map(entries);
  const isSameStock = kept.get('shownStock') === new FormData(form).get('shownStock');
  for (const field of form.querySelectorAll<HTMLInputElement>('[name]:not([type=hidden])')) {
    if (field.type === 'checkbox') field.checked = kept.has(field.name);
    else if (field.name !== 'stock' || isSameStock) field.value = kept.get(field.name) ?? field.value;
  }
}
