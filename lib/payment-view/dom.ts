type Content = Node | string | false;

/** An HTML element. Strings become text, never markup; `false` is skipped. */
export function html<K extends keyof HTMLElementTagNameMap>(tag: K, className = '', ...content: Content[]) {
  const element = document.createElement(tag);
  element.className = className;
  element.append(...content.filter((part) => part !== false));
  return element;
}

export function svg(tag: string, attributes: Record<string, string>, ...content: SVGElement[]): SVGElement {
  const element = document.createElementNS('http://www.w3.org/2000/svg', tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...content);
  return element;
}

export function path(d: string): SVGElement {
  return svg('path', { d });
}

/** A line drawing in the colour of the surrounding text, hidden from screen readers. */
export function icon(className: string, viewBox: string, ...content: SVGElement[]): SVGElement {
  const attributes = {
    class: className,
    viewBox,
    fill: 'none',
    stroke: 'currentColor',
    'stroke-width': '2',
    'stroke-linecap': 'round',
    'aria-hidden': 'true',
  };
  return svg('svg', attributes, ...content);
}
