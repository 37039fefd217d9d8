import type { XmlElement } from '../../xml/parse-xml';
import { hasForm } from './check-form';
import { checkRules } from './check-rules';
import { CONTEXT_PATHS } from './context-paths';
import { OPERATION_ORDER, ORDER_SOURCE, TYPE_ORDER } from './element-order';
import type { OperationName, OrderedField, PathExpectation } from './expectations';
import { INVOICE_PATHS } from './invoice-paths';
import { OPERATION_PATHS } from './operation-paths';
import { ROW_PATHS } from './row-paths';
import {
  ABSENT_ATTRIBUTES,
  ENVELOPE_NAMESPACE,
  ENVELOPE_SOURCE,
  FIELD_NAMESPACE,
  HEADERS,
  WRAPPER_NAMESPACE,
} from './transport';

export const PATHS: readonly PathExpectation[] = [...CONTEXT_PATHS, ...INVOICE_PATHS, ...ROW_PATHS, ...OPERATION_PATHS];

export function expectationOf(operation: OperationName, path: string): PathExpectation | undefined {
  return PATHS.find((entry) => entry.path === path && (entry.operations?.includes(operation) ?? true));
}

const deviation = (path: string, found: string, expected: string, source: string) =>
  `At ${path}, ${found} was found; the protocol expects ${expected} (${source}).`;

const qualified = (namespace: string, name: string) => (namespace ? `{${namespace}}${name}` : `unqualified ${name}`);

function checkHeaders(headers: Readonly<Record<string, string>>): string[] {
  return HEADERS.flatMap(({ name, pattern, expected, source }) => {
    const value = Object.entries(headers).find(([key]) => key.toLowerCase() === name.toLowerCase())?.[1];
    if (value !== undefined && pattern.test(value.trim())) return [];
    return [deviation(`HTTP header ${name}`, value === undefined ? 'no value' : `“${value}”`, expected, source)];
  });
}

function checkName(element: XmlElement, path: string, name: string, namespace: string): string[] {
  if (element.name === name && element.uri === namespace) return [];
  const found = qualified(element.uri, element.name);
  return [deviation(path, found, qualified(namespace, name), ENVELOPE_SOURCE)];
}

function checkAttributes(element: XmlElement, path: string): string[] {
  const own = element.attributes.flatMap(({ local }) =>
    ABSENT_ATTRIBUTES.filter(({ name }) => local === name).map(({ expected, source }) =>
      deviation(path, `the attribute ${local}`, expected, source),
    ),
  );
  return [...own, ...element.children.flatMap((child) => checkAttributes(child, `${path}/${child.name}`))];
}

/** Returns the wrapper only if the envelope holds exactly one. */
function openEnvelope(envelope: XmlElement): { deviations: string[]; wrapper?: XmlElement } {
  const deviations = [
    ...checkName(envelope, 'Envelope', 'Envelope', ENVELOPE_NAMESPACE),
    ...checkAttributes(envelope, 'Envelope'),
  ];
  const names = envelope.children.map(({ name }) => name);
  if (!['Body', 'Header,Body'].includes(names.join())) {
    const found = names.length === 0 ? 'no child' : names.join(', ');
    deviations.push(deviation('Envelope', found, 'an optional Header and one Body', ENVELOPE_SOURCE));
  }
  for (const child of envelope.children) {
    deviations.push(...checkName(child, `Envelope/${child.name}`, child.name, ENVELOPE_NAMESPACE));
  }
  const headerBlocks = envelope.children.find(({ name }) => name === 'Header')?.children ?? [];
  for (const { name } of headerBlocks) {
    deviations.push(
      deviation(
        'Envelope/Header',
        name,
        'an empty Header, because the credentials are in the context',
        ENVELOPE_SOURCE,
      ),
    );
  }
  const content = envelope.children.find(({ name }) => name === 'Body')?.children ?? [];
  const [wrapper] = content;
  if (!wrapper || content.length > 1) {
    deviations.push(deviation('Body', `${content.length} elements`, 'one wrapper element', ENVELOPE_SOURCE));
    return { deviations };
  }
  return { deviations, wrapper };
}

function checkValue(element: XmlElement, path: string, expectation: PathExpectation): string[] {
  const { form, values, maxLength, secret, source, valueSource } = expectation;
  const report = (found: string, expected: string) => [deviation(path, found, expected, valueSource ?? source)];
  if (element.children.length > 0) return report('an element with children', 'a simple value');
  const found = secret ? 'a hidden value' : `“${element.text}”`;
  const deviations: string[] = [];
  if (form && !hasForm(element.text, form)) {
    deviations.push(...report(found, form instanceof RegExp ? `text that matches ${form}` : form));
  }
  if (values && !values.includes(element.text)) deviations.push(...report(found, values.join(' or ')));
  const length = [...element.text].length;
  if (maxLength !== undefined && length > maxLength) {
    deviations.push(...report(`text of length ${length}`, `at most ${maxLength} characters`));
  }
  return deviations;
}

function checkSequence(parent: XmlElement, path: string, order: readonly OrderedField[]): string[] {
  const deviations: string[] = [];
  if (parent.text.trim() !== '') deviations.push(deviation(path, 'text', 'elements only', ORDER_SOURCE));
  const rank = (name: string) => order.findIndex((field) => field.name === name);
  for (const child of parent.children) {
    const childPath = `${path}/${child.name}`;
    if (rank(child.name) < 0) {
      const expected = `only ${order.map(({ name }) => name).join(', ')}`;
      deviations.push(deviation(childPath, 'an unknown element', expected, ORDER_SOURCE));
    }
    deviations.push(...checkName(child, childPath, child.name, FIELD_NAMESPACE));
  }
  for (const { name, repeated } of order) {
    const count = parent.children.filter((child) => child.name === name).length;
    if (count > 1 && !repeated) {
      deviations.push(deviation(`${path}/${name}`, `the element ${count} times`, 'at most one', ORDER_SOURCE));
    }
  }
  const names = parent.children.map(({ name }) => name).filter((name) => rank(name) >= 0);
  const sorted = [...names].sort((a, b) => rank(a) - rank(b));
  if (names.join() !== sorted.join()) {
    const expected = `the order ${[...new Set(sorted)].join(', ')}`;
    deviations.push(deviation(path, `the order ${names.join(', ')}`, expected, ORDER_SOURCE));
  }
  return deviations;
}

function checkFields(
  operation: OperationName,
  parent: XmlElement,
  order: readonly OrderedField[],
  tablePath: string,
  shownPath: string,
): string[] {
  const deviations = checkSequence(parent, shownPath, order);
  for (const { name, type, repeated } of order) {
    const path = tablePath ? `${tablePath}/${name}` : name;
    const expectation = expectationOf(operation, path);
    if (!expectation) throw new Error(`No expectation covers ${path} in ${operation}. Add it to the tables.`);
    const { presence, source } = expectation;
    const matches = parent.children.filter((child) => child.name === name);
    if (presence === 'required' && matches.length === 0) {
      deviations.push(deviation(`${shownPath}/${name}`, 'no element', 'one element', source));
    }
    for (const [index, match] of matches.entries()) {
      const shown = `${shownPath}/${name}${repeated ? `[${index + 1}]` : ''}`;
      if (presence === 'absent') deviations.push(deviation(shown, 'an element', 'none from a webshop', source));
      else if (type) deviations.push(...checkFields(operation, match, TYPE_ORDER[type], path, shown));
      else deviations.push(...checkValue(match, shown, expectation));
    }
  }
  return deviations;
}

/**
 * Compares a webshop's request with the tables. Returns one sentence per deviation, and none if the message conforms.
 * `newestVersion` is the newest version that SEQR has returned for the invoice of a getPaymentStatus (0 at first).
 */
export function checkMessage(
  operation: OperationName,
  envelope: XmlElement,
  headers: Readonly<Record<string, string>>,
  newestVersion?: number,
): string[] {
  const { deviations, wrapper } = openEnvelope(envelope);
  const all = [...checkHeaders(headers), ...deviations];
  if (!wrapper) return all;
  all.push(...checkName(wrapper, 'Body', operation, WRAPPER_NAMESPACE));
  if (wrapper.name !== operation) return all;
  all.push(...checkFields(operation, wrapper, OPERATION_ORDER[operation], '', operation));
  for (const { path, found, expected, source } of checkRules(operation, wrapper, newestVersion)) {
    all.push(deviation(`${operation}/${path}`, found, expected, source));
  }
  return all;
}
