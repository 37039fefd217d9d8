import { isNil, type XmlElement } from '../../xml/parse-xml';

/**
 * A field by name, in any position: existing clients do not follow the schema's order, and some wrongly qualify fields.
 * `xsi:nil` counts as absent.
 */
export function child(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((candidate) => candidate.name === name && !isNil(candidate));
}

export function children(element: XmlElement | undefined, name: string): XmlElement[] {
  return element?.children.filter((candidate) => candidate.name === name && !isNil(candidate)) ?? [];
}

/** Whether the element has neither fields nor text. Some clients send absent fields this way. */
export function isEmpty({ children, text }: XmlElement): boolean {
  return children.length === 0 && text.trim() === '';
}

/** The field's trimmed text; undefined if absent or empty. */
export function text(element: XmlElement | undefined, name: string): string | undefined {
  return child(element, name)?.text.trim() || undefined;
}

/** The field's exact text, as needed for passwords; undefined if absent. */
export function exactText(element: XmlElement | undefined, name: string): string | undefined {
  return child(element, name)?.text;
}
