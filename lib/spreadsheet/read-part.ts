import { setImmediate as otherWork } from 'node:timers/promises';
import { SaxesParser } from 'saxes';
import { TableError } from './table';
import type { Zip } from './zip';

const MAX_DEPTH = 32;
const MAX_ATTRIBUTES = 64;
/** The longest text, tag or comment, in characters. A cell has at most 32 767. */
const MAX_TOKEN = 256 * 1024;
const SLICE = 16 * 1024;

/** What to do at each tag. Names and attributes have no prefixes. */
export type PartReader = {
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  text?(text: string): void;
  close?(name: string): void;
};

/**
 * Reads an XML part of an archive while it is unpacked. Refuses a DOCTYPE, and with it all custom entities. Throws
 * `TableError`.
 */
export async function readPart(zip: Zip, name: string, reader: PartReader): Promise<void> {
  const parser = createParser(reader);
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const chunk of zip.read(name)) {
      const text = decoder.decode(chunk, { stream: true });
      for (let at = 0; at < text.length; at += SLICE) {
        parser.write(text.slice(at, at + SLICE));
        await otherWork();
      }
    }
    parser.write(decoder.decode());
    parser.close();
  } catch (error) {
    if (error instanceof TableError) throw error;
    throw new TableError('damaged');
  }
}

function createParser({ open, text, close }: PartReader): { write(text: string): void; close(): void } {
  const parser = new SaxesParser({ xmlns: false, position: false, defaultXMLVersion: '1.0', forceXMLVersion: true });
  let depth = 0;
  let attributes = 0;
  let sinceTag = 0;
  const refuse = () => {
    throw new TableError('damaged');
  };
  parser.on('error', refuse);
  parser.on('doctype', refuse);
  parser.on('opentagstart', () => {
    attributes = 0;
    depth += 1;
    if (depth > MAX_DEPTH) refuse();
  });
  parser.on('attribute', () => {
    attributes += 1;
    if (attributes > MAX_ATTRIBUTES) refuse();
  });
  parser.on('opentag', (tag) => {
    sinceTag = 0;
    open(withoutPrefix(tag.name), withoutPrefixes(tag.attributes));
  });
  parser.on('closetag', (tag) => {
    sinceTag = 0;
    depth -= 1;
    close?.(withoutPrefix(tag.name));
  });
  if (text) parser.on('text', text);
  return {
    write(piece) {
      sinceTag += piece.length;
      if (sinceTag > MAX_TOKEN + SLICE) refuse();
      parser.write(piece);
    },
    close: () => void parser.close(),
  };
}

function withoutPrefix(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function withoutPrefixes(attributes: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(attributes).map(([name, value]) => [withoutPrefix(name), value]));
}
