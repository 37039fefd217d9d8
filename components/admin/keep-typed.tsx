'use client';

import { useEffect, useState } from 'react';
import { Notice } from '../ui/notice';

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
    const kept = sessionStorage.getItem(form.action);
    if (refused && kept) setIsUnsaved(fill(form, JSON.parse(kept)));
    const keep = () => sessionStorage.setItem(form.action, JSON.stringify(typedInto(form)));
    // Another form of the page leaves it too.
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

type Typed = { shownStock: string; values: [name: string, value: string | boolean][] };

/** Returns only fields that differ from the server's values, so that other people's changes are not undone. */
function typedInto(form: HTMLFormElement): Typed {
  const values = visibleFields(form).flatMap((field): Typed['values'] => {
    const [value, shown] = typedAndShown(field);
    return value === shown ? [] : [[field.name, value]];
  });
  return { shownStock: shownStockOf(form), values };
}

/**
 * Drops the entered stock if the server now shows a different one, because the user saw the old one. Returns whether a
 * value was restored.
 */
function fill(form: HTMLFormElement, { shownStock, values }: Typed): boolean {
  const typed = new Map(values);
  if (shownStock !== shownStockOf(form)) typed.delete('stock');
  for (const field of visibleFields(form)) {
    const value = typed.get(field.name);
    if (typeof value === 'boolean' && 'checked' in field) field.checked = value;
    else if (typeof value === 'string') field.value = value;
  }
  return typed.size > 0;
}

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

function visibleFields(form: HTMLFormElement): Field[] {
  return [...form.querySelectorAll<Field>('[name]:not([type=hidden])')];
}

/** The field's current value, and the server's. */
function typedAndShown(field: Field): [value: string | boolean, shown: string | boolean | undefined] {
  if (field instanceof HTMLSelectElement) {
    return [field.value, [...field.options].find(({ defaultSelected }) => defaultSelected)?.value];
  }
  if (field.type === 'checkbox' && 'checked' in field) return [field.checked, field.defaultChecked];
  return [field.value, field.defaultValue];
}

function shownStockOf(form: HTMLFormElement): string {
  return String(new FormData(form).get('shownStock'));
}
