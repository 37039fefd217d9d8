/** A form's unsaved values. `left` is the form's version, if the page was left with Back or Forward. */
export type Typed = { shownStock: string; left?: string; values: [name: string, value: string | boolean][] };

/** Returns only the values that differ from the server's, so that restoring them does not undo other people's changes. */
export function typedInto(form: HTMLFormElement): Typed {
  const values = visibleFields(form).flatMap((field): Typed['values'] => {
    const [value, shown] = typedAndShown(field);
    return value === shown ? [] : [[field.name, value]];
  });
  return { shownStock: hiddenField(form, 'shownStock'), values };
}

/** Stores the unsaved values in this tab. */
export function keepTyped(form: HTMLFormElement, typed: Typed): void {
  sessionStorage.setItem(form.action, JSON.stringify(typed));
}

export function readTyped(form: HTMLFormElement): Typed | null {
  return JSON.parse(sessionStorage.getItem(form.action) ?? 'null');
}

/**
 * Restores the entered values, but not the stock if the server's stock has changed since it was entered. Returns whether
 * a value was restored.
 */
export function fill(form: HTMLFormElement, { shownStock, values }: Typed): boolean {
  const typed = new Map(values);
  if (shownStock !== hiddenField(form, 'shownStock')) typed.delete('stock');
  for (const field of visibleFields(form)) {
    const value = typed.get(field.name);
    if (typeof value === 'boolean' && 'checked' in field) field.checked = value;
    else if (typeof value === 'string') field.value = value;
  }
  return typed.size > 0;
}

/** The version of the edited product, which each save increments. */
export function versionOf(form: HTMLFormElement): string {
  return hiddenField(form, 'version');
}

function hiddenField(form: HTMLFormElement, name: string): string {
  return String(new FormData(form).get(name));
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
