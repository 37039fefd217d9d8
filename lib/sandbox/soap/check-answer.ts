// For tests: validates an answer against the published contract.
import { readWsdl } from '../../seqr/contract/wsdl';
import { parseXml, type XmlElement } from '../../xml/parse-xml';

type Field = { name: string; required: boolean; repeated: boolean; type: XmlElement | string };

const schema = parseXml(readWsdl())
  .children.find(({ name }) => name === 'types')
  ?.children.find(({ name }) => name === 'schema');

/**
 * Throws an error that names the path of an element that is unknown, missing, out of order, or invalid for its simple
 * type.
 */
export function checkAnswer(wrapper: XmlElement): void {
  checkComplex(wrapper, complexType(wrapper.name), wrapper.name);
}

function checkComplex(element: XmlElement, type: XmlElement, path: string): void {
  let next = 0;
  for (const field of fieldsOf(type)) {
    const from = next;
    while (element.children[next]?.name === field.name && (field.repeated || next === from)) {
      const value = element.children[next];
      if (value) checkField(value, field, `${path}/${field.name}`);
      next += 1;
    }
    if (field.required && next === from) throw new Error(`${path} is missing ${field.name}`);
  }
  const stray = element.children[next];
  if (stray) throw new Error(`${path} has an unexpected element: ${stray.name}`);
  if (element.text.trim() !== '') throw new Error(`${path} must not have text`);
}

function checkField(element: XmlElement, { type }: Field, path: string): void {
  if (element.uri !== '') throw new Error(`${path} must not be in a namespace`);
  const [prefix, name = ''] = typeof type === 'string' ? type.split(':') : [];
  const words = wordsOf(name);
  if (prefix === 'xs') checkBuiltIn(element.text, name, path);
  else if (!words) checkComplex(element, typeof type === 'string' ? complexType(name) : type, path);
  else if (!words.includes(element.text)) throw new Error(`${path} has an unknown value: ${element.text}`);
}

/** The values of an enumerated type; undefined for any other type. */
function wordsOf(typeName: string): (string | undefined)[] | undefined {
  return findType('simpleType', typeName)?.children[0]?.children.map((word) => attribute(word, 'value'));
}

const builtIns: Record<string, RegExp> = {
  int: /^-?\d{1,10}$/,
  long: /^-?\d{1,18}$/,
  decimal: /^[+-]?(\d+(\.\d*)?|\.\d+)$/,
  dateTime: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)?$/,
  base64Binary: /^[A-Za-z0-9+/=\s]*$/,
  string: /^/,
};

function checkBuiltIn(text: string, name: string, path: string): void {
  if (!builtIns[name]?.test(text)) throw new Error(`${path} is not an xs:${name}: ${text}`);
}

function fieldsOf(type: XmlElement): Field[] {
  const sequence = type.children.find(({ name }) => name === 'sequence');
  if (sequence) return sequence.children.map(toField);
  const extension = type.children.find(({ name }) => name === 'complexContent')?.children[0];
  if (!extension) return [];
  const base = attribute(extension, 'base')?.split(':')[1] ?? '';
  return [...fieldsOf(complexType(base)), ...fieldsOf(extension)];
}

function toField(element: XmlElement): Field {
  const type = attribute(element, 'type') ?? element.children[0];
  if (type === undefined) throw new Error(`${attribute(element, 'name')} has no type in the contract`);
  return {
    name: attribute(element, 'name') ?? '',
    required: attribute(element, 'minOccurs') !== '0',
    repeated: attribute(element, 'maxOccurs') === 'unbounded',
    type,
  };
}

function complexType(name: string): XmlElement {
  const type = findType('complexType', name);
  if (!type) throw new Error(`the contract has no ${name}`);
  return type;
}

function findType(kind: string, typeName: string): XmlElement | undefined {
  return schema?.children.find((candidate) => candidate.name === kind && attribute(candidate, 'name') === typeName);
}

function attribute(element: XmlElement, name: string): string | undefined {
  return element.attributes.find(({ local }) => local === name)?.value;
}
