import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseAst } from 'vitest/node';

// Chrome and Edge translate a page by replacing its text nodes, and React does not notice. If a text is the only child
// of its element, React replaces the element's text, which works. Beside a sibling, React keeps the old text node: it
// loses updates of the text and throws on insertions before it.

const root = join(import.meta.dirname, '..');

type Node = { type: string; start: number; end: number } & Record<string, unknown>;
type Part = { kind: 'text' | 'fixed' | 'element'; node: Node };

/** A position among an element's children, with everything that it may contain. */
type Place = { parts: Part[]; isOptional: boolean };

/** Texts of the page's language, which do not change while the page is shown. */
const FIXED = /^(m|t|messages|texts|words)(\.\w+)+$/;

/** The elements of a TSX file whose text a translator would detach from React, by line. */
function textsAtRisk(source: string): string[] {
  const found: string[] = [];
  const sourceOf = (node: Node) => source.slice(node.start, node.end).replace(/\s+/g, ' ');

  function placesOf(child: Node): Place[] {
    if (child.type === 'JSXFragment') return (child.children as Node[]).flatMap(placesOf);
    if (child.type === 'JSXExpressionContainer') return placesIn(child.expression as Node);
    if (child.type !== 'JSXText') return [{ parts: [{ kind: 'element', node: child }], isOptional: false }];
    const isIndent = /^\s*$/.test(child.value as string) && (child.value as string).includes('\n');
    return isIndent ? [] : [{ parts: [{ kind: 'fixed', node: child }], isOptional: false }];
  }

  function placesIn(node: Node): Place[] {
    switch (node.type) {
      case 'JSXEmptyExpression':
        return [];
      case 'JSXElement':
      case 'JSXFragment':
        return placesOf(node);
      case 'ConditionalExpression':
        return either(placesIn(node.consequent as Node), placesIn(node.alternate as Node));
      case 'LogicalExpression':
        return node.operator === '&&'
          ? either(placesIn(node.right as Node), [])
          : either(placesIn(node.left as Node), placesIn(node.right as Node));
      case 'Literal':
        return typeof node.value === 'string' ? [{ parts: [{ kind: 'fixed', node }], isOptional: false }] : [];
      case 'CallExpression': {
        const item = (node.arguments as Node[]).at(-1);
        const isList = /\.(map|flatMap|from)$/.test(sourceOf(node.callee as Node));
        if (isList && item?.type.includes('Function')) return either(returnedBy(item), []);
      }
    }
    if (node.type === 'Identifier' && node.name === 'undefined') return [];
    // A ReactNode prop is checked where it is passed.
    if (node.type === 'Identifier' && new RegExp(`\\b${node.name}\\??: ReactNode`).test(source)) {
      return [{ parts: [{ kind: 'element', node }], isOptional: false }];
    }
    const kind = FIXED.test(sourceOf(node)) ? 'fixed' : 'text';
    return [{ parts: [{ kind, node }], isOptional: false }];
  }

  function returnedBy(item: Node): Place[] {
    const body = item.body as Node;
    if (body.type !== 'BlockStatement') return placesIn(body);
    const last = (body.body as Node[]).at(-1);
    return last?.type === 'ReturnStatement' ? placesIn(last.argument as Node) : [];
  }

  /** Alternatives with one item each share a position. */
  function either(one: Place[], other: Place[]): Place[] {
    if (one.length > 1 || other.length > 1) return [...one, ...other].map((place) => ({ ...place, isOptional: true }));
    return [{ parts: [...one, ...other].flatMap(({ parts }) => parts), isOptional: true }];
  }

  function check(node: Node): void {
    const places = (node.children as Node[]).flatMap(placesOf);
    const hasOptional = places.some(({ isOptional }) => isOptional);
    for (const { kind, node: text } of places.length < 2 ? [] : places.flatMap(({ parts }) => parts)) {
      const isBlank = /^[\s']*$/.test(sourceOf(text));
      if (kind === 'element' || isBlank || (kind === 'fixed' && !hasOptional)) continue;
      found.push(`${source.slice(0, text.start).split('\n').length}: ${sourceOf(text).trim()}`);
    }
  }

  visit(parseAst(source, { lang: 'tsx' }) as unknown as Node, (node) => {
    if (node.type === 'JSXElement' || node.type === 'JSXFragment') check(node);
  });
  return [...new Set(found)];
}

function visit(node: unknown, see: (node: Node) => void): void {
  if (typeof node !== 'object' || node === null) return;
  if ('type' in node) see(node as Node);
  for (const value of Object.values(node)) visit(value, see);
}

describe('a text in a page that a browser translates', () => {
  it.each([
    ['<p>{count} pieces</p>', ['1: count']],
    ['<p>{count}</p>', []],
    ['<p>{text(count)}</p>', []],
    ['<p><b>{count}</b><span>{name}</span></p>', []],
    ['<p>{m.intro} <a href="/">{m.link}</a>.</p>', []],
    ['<p>{isOpen && <b />} {m.intro}</p>', ['1: m.intro']],
    ['<p>{isPaid ? m.paid : m.open}</p>', []],
    ['<p>{isPaid ? m.paid : m.open}<b /></p>', ['1: m.paid', '1: m.open']],
    ['<p>{m.few(left)}<b /></p>', ['1: m.few(left)']],
    ['<ul>{lines.map((line) => <li key={line}>{line}</li>)}</ul>', []],
    ['<>{name}<b /></>', ['1: name']],
  ])('%s', (source, expected) => {
    expect(textsAtRisk(source)).toEqual(expected);
  });

  it('is the only child of its element, in every page and component', () => {
    const files = ['app', 'components', 'pages'].flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file)),
    );
    const found = files
      .filter((file) => file.endsWith('.tsx'))
      .flatMap((file) => textsAtRisk(readFileSync(join(root, file), 'utf8')).map((text) => `${file}:${text}`));
    expect(found).toEqual([]);
  });
});
