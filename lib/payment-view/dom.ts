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

/** A drawing out of path data, in the colour of the text around it, hidden from screen readers. */
export function icon(className: string, box: string, ...paths: string[]): SVGElement {
  const attributes = { class: className, viewBox: box, 'aria-hidden': 'true', focusable: 'false' };
  return svg('svg', attributes, ...paths.map((d) => svg('path', { d })));
}
