import type { XmlElement } from './parse-xml';

const XSI = 'http://www.w3.org/2001/XMLSchema-instance';

/**
 * A field by its name, wherever it stands: clients in the field do not keep to the schema's order, and some qualify
 * fields that should not be. `xsi:nil` is as good as absent.
 */
export function child(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((candidate) => candidate.name === name && !isNil(candidate));
}

export function children(element: XmlElement | undefined, name: string): XmlElement[] {
  return element?.children.filter((candidate) => candidate.name === name && !isNil(candidate)) ?? [];
}

/** The field's text without the space around it; undefined when it is absent or empty. */
export function text(element: XmlElement | undefined, name: string): string | undefined {
  return child(element, name)?.text.trim() || undefined;
}

/** The field's text to the letter, as a password needs it; undefined when it is absent. */
export function exactText(element: XmlElement | undefined, name: string): string | undefined {
  return child(element, name)?.text;
}

function isNil(element: XmlElement): boolean {
  return element.attributes.some(
    ({ local, uri, value }) => local === 'nil' && uri === XSI && ['1', 'true'].includes(value.trim()),
  );
}
