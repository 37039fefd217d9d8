import { SaxesParser } from 'saxes';
import { soapEnvelopeNamespace } from './contract/wsdl';

/** An element's content: its text, or its children by local name; a list where a name comes more than once. */
export type Content = string | { [name: string]: Content | Content[] };

export type Envelope =
  | { fault: { code: string; reason: string } }
  | { fault?: undefined; namespace: string; name: string; content: Content };

type Node = { name: string; namespace: string; isNil: boolean; text: string; children: Node[] };

const deepest = 32;
// SEQR's elements have next to none, and each is an object.
const maxAttributes = 64;

/**
 * Reads a SOAP 1.1 message strictly and exactly: all values stay text. Throws `Error` with the reason for whatever is
 * not well-formed and whole, has a DOCTYPE, or is no envelope with one element in its body.
 *
 * node-soap's own reader is not used: it makes floats of decimals, lets the last of two text nodes win (`10<!-- -->.50`
 * becomes .50), parses CDATA again as XML, and follows `id` and `href` wherever they lead, `__proto__` included.
 */
export function readEnvelope(xml: string): Envelope {
  const envelope = parse(xml);
  if (envelope.name !== 'Envelope' || envelope.namespace !== soapEnvelopeNamespace) {
    throw new Error('the answer is not a SOAP 1.1 envelope');
  }
  const bodies = envelope.children.filter(isSoap('Body'));
  const [wrapper, ...others] = bodies.flatMap((body) => body.children);
  if (bodies.length !== 1 || !wrapper || others.length > 0) throw new Error('the body does not hold one element');
  if (!isSoap('Fault')(wrapper)) {
    return { namespace: wrapper.namespace, name: wrapper.name, content: toContent(wrapper) };
  }
  const text = (name: string) => wrapper.children.find((child) => child.name === name)?.text.trim() ?? '';
  return { fault: { code: text('faultcode'), reason: text('faultstring') } };
}

const isSoap = (name: string) => (node: Node) => node.name === name && node.namespace === soapEnvelopeNamespace;

function parse(xml: string): Node {
  const parser = new SaxesParser({ xmlns: true, position: false });
  const root: Node = { name: '', namespace: '', isNil: false, text: '', children: [] };
  const open = [root];
  const current = () => open.at(-1) ?? root;
  const addText = (text: string) => {
    current().text += text;
  };
  parser.on('doctype', () => {
    throw new Error('a DOCTYPE is not accepted');
  });
  let attributes = 0;
  parser.on('opentagstart', () => {
    attributes = 0;
  });
  parser.on('attribute', () => {
    attributes += 1;
    if (attributes > maxAttributes) throw new Error(`an element has more than ${maxAttributes} attributes`);
  });
  parser.on('opentag', ({ local, uri, attributes }) => {
    if (open.length > deepest) throw new Error(`more than ${deepest} levels`);
    const isNil = Object.values(attributes).some(
      ({ local: name, uri: space, value }) =>
        name === 'nil' && space === 'http://www.w3.org/2001/XMLSchema-instance' && /^(true|1)$/.test(value.trim()),
    );
    const node = { name: local, namespace: uri, isNil, text: '', children: [] };
    current().children.push(node);
    open.push(node);
  });
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => {
    open.pop();
  });
  parser.write(xml).close();
  const [envelope] = root.children;
  if (!envelope) throw new Error('the answer is empty');
  return envelope;
}

function toContent({ name, text, children }: Node): Content {
  if (children.length === 0) return text;
  if (text.trim() !== '') throw new Error(`text and elements are mixed in ${name}`);
  // No prototype: an element may bear any name.
  const content: Record<string, Content | Content[]> = Object.create(null);
  for (const child of children) {
    if (child.isNil) continue;
    const before = content[child.name];
    const value = toContent(child);
    if (before === undefined) content[child.name] = value;
    else if (Array.isArray(before)) before.push(value);
    else content[child.name] = [before, value];
  }
  return content;
}
