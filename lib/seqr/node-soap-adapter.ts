import { replaceInvalid } from '../xml/write-xml';
import { soapEnvelopeNamespace } from './contract/wsdl';
import type { Answer, Content } from './read-envelope';

// Does what node-soap's public options cannot do: docs/decisions/node-soap-adapter.md.

/**
 * Prepares a text for node-soap, which does not escape a text that begins with `<![CDATA[` and ends with `]]>`. Such a
 * text becomes a real CDATA section that contains all of it. Characters that XML 1.0 cannot hold become U+FFFD.
 */
export function guardText(text: string): string {
  const clean = replaceInvalid(text);
  if (!clean.startsWith('<![CDATA[') || !clean.endsWith(']]>')) return clean;
  const inside = clean.replaceAll(']]>', ']]]]><![CDATA[>').replaceAll('\r', ']]>&#xD;<![CDATA[');
  return `<![CDATA[${inside}]]>`;
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
  '\t': '&#x9;',
  '\r': '&#xD;',
  '\n': '&#xA;',
};

/** Escapes a text as node-soap does in a message. */
export function escapeLikeNodeSoap(text: string): string {
  return text.replace(/[&<>"'\t\r\n]/g, (character) => entities[character] ?? '');
}

/**
 * Writes an answer in the one form that node-soap reads correctly: one text per element, no comments, CDATA or
 * attributes, and prefixes of our own. A name that node-soap cannot hold becomes `_`; no field of the contract has such
 * a name.
 */
export function writeCanonicalEnvelope({ namespace, name, content }: Answer): string {
  const wrapper = `<ext:${name} xmlns:ext="${namespace}">${writeContent(content)}</ext:${name}>`;
  return `<soap:Envelope xmlns:soap="${soapEnvelopeNamespace}"><soap:Body>${wrapper}</soap:Body></soap:Envelope>`;
}

function writeContent(content: Content): string {
  if (typeof content === 'string') return content.replace(/[&<>\r]/g, (character) => entities[character] ?? '');
  let xml = '';
  for (const [field, value] of Object.entries(content)) {
    const name = isHeldByNodeSoap(field) ? field : '_';
    for (const one of Array.isArray(value) ? value : [value]) xml += `<${name}>${writeContent(one)}</${name}>`;
  }
  return xml;
}

/** node-soap collects fields in plain objects, which inherit `__proto__` and `constructor`; its parser rejects some names. */
const isHeldByNodeSoap = (name: string) => /^[A-Za-z_][\w.-]*$/.test(name) && !(name in Object.prototype);

/** The promise that `IHttpClient` asks for. node-soap takes the answer from the callback and ignores the promise. */
export const ignoredPromise = new Promise<never>(() => {});
