import { isNil, parseXml, type XmlElement } from '../xml/parse-xml';
import { soapEnvelopeNamespace } from './contract/wsdl';

/** An element's content: its text, or its children by local name, with a list for a repeated name. */
export type Content = string | { [name: string]: Content | Content[] };

/** The element in a body that contains no fault. */
export type Answer = { fault?: undefined; namespace: string; name: string; content: Content };

export type Envelope = { fault: { code: string; reason: string } } | Answer;

const maxDepth = 32;

/**
 * Reads a SOAP 1.1 message strictly and keeps all values as text. Throws `Error` with the reason if the message is
 * truncated, not well-formed, has a DOCTYPE, or is not an envelope with one element in its body.
 *
 * node-soap reads an answer only after this function: docs/decisions/node-soap-adapter.md.
 */
export function readEnvelope(xml: string): Envelope {
  const envelope = parseXml(xml, { maxDepth });
  if (envelope.name !== 'Envelope' || envelope.uri !== soapEnvelopeNamespace) {
    throw new Error('the answer is not a SOAP 1.1 envelope');
  }
  const bodies = envelope.children.filter(isSoap('Body'));
  const [wrapper, ...others] = bodies.flatMap((body) => body.children);
  if (bodies.length !== 1 || !wrapper || others.length > 0) throw new Error('the body does not hold one element');
  if (!isSoap('Fault')(wrapper)) {
    return { namespace: wrapper.uri, name: wrapper.name, content: toContent(wrapper) };
  }
  const text = (name: string) => wrapper.children.find((child) => child.name === name)?.text.trim() ?? '';
  return { fault: { code: text('faultcode'), reason: text('faultstring') } };
}

const isSoap = (name: string) => (element: XmlElement) =>
  element.name === name && element.uri === soapEnvelopeNamespace;

function toContent({ name, text, children }: XmlElement): Content {
  if (children.length === 0) return text;
  if (text.trim() !== '') throw new Error(`text and elements are mixed in ${name}`);
  // No prototype, because an element may have any name.
  const content: Record<string, Content | Content[]> = Object.create(null);
  for (const child of children) {
    if (isNil(child)) continue;
    const before = content[child.name];
    const value = toContent(child);
    if (before === undefined) content[child.name] = value;
    else if (Array.isArray(before)) before.push(value);
    else content[child.name] = [before, value];
  }
  return content;
}
