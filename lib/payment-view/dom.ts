type Content = Node | string | false | undefined;

function fill<E extends Element>(element: E, attributes: Record<string, string>, content: Content[]): E {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...content.filter((part) => part !== false && part !== undefined));
  return element;
}

/** An HTML element; strings become text, never markup. */
export function html<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Record<string, string> = {},
  ...content: Content[]
): HTMLElementTagNameMap[K] {
  return fill(document.createElement(tag), attributes, content);
}

export function svg(tag: string, attributes: Record<string, string>, ...content: Content[]): SVGElement {
  return fill(document.createElementNS('http://www.w3.org/2000/svg', tag), attributes, content);
}

/** A line drawing in the colour of the text around it, hidden from screen readers; strings are paths. */
export function icon(className: string, viewBox: string, ...parts: (string | SVGElement)[]): SVGElement {
  const paths = parts.map((part) => (typeof part === 'string' ? svg('path', { d: part }) : part));
  return svg('svg', { class: `seqr-icon ${className}`, viewBox, 'aria-hidden': 'true' }, ...paths);
}
