import { createInflateRaw } from 'node:zlib';
import { MAX_UNPACKED_BYTES, TableError } from './table';

// The format: APPNOTE.TXT of PKWARE, sections 4.3.7, 4.3.12 and 4.3.16.

const END = 0x06054b50;
const END_SIZE = 22;
const MAX_COMMENT = 0xffff;
const ENTRY = 0x02014b50;
const ENTRY_SIZE = 46;
const LOCAL = 0x04034b50;
const LOCAL_SIZE = 30;
const ENCRYPTED = 1;
const STORED = 0;
const DEFLATED = 8;

type ZipEntry = { readonly method: number; readonly flags: number; readonly size: number; readonly at: number };

/** The files of an archive that unpack to at most `MAX_UNPACKED_BYTES` together. Nothing is unpacked before it is read. */
export type Zip = { has(name: string): boolean; read(name: string): AsyncGenerator<Uint8Array> };

/** Opens a ZIP archive. Throws `TableError` if it is damaged. */
export function openZip(bytes: Uint8Array): Zip {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = listEntries(bytes, view);
  let unpacked = 0;
  return {
    has: (name) => entries.has(name),
    async *read(name) {
      const entry = entries.get(name);
      if (!entry || entry.flags & ENCRYPTED) throw new TableError('damaged');
      for await (const chunk of unpack(packedBytes(bytes, view, entry), entry.method)) {
        unpacked += chunk.length;
        if (unpacked > MAX_UNPACKED_BYTES) throw new TableError('too-much');
        yield chunk;
      }
    },
  };
}

function listEntries(bytes: Uint8Array, view: DataView): Map<string, ZipEntry> {
  const end = findEnd(view);
  const entries = new Map<string, ZipEntry>();
  const decoder = new TextDecoder();
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    if (at + ENTRY_SIZE > bytes.length || view.getUint32(at, true) !== ENTRY) throw new TableError('damaged');
    const [name, extra, comment] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true));
    const nameAt = at + ENTRY_SIZE;
    entries.set(decoder.decode(bytes.subarray(nameAt, nameAt + (name ?? 0))), {
      flags: view.getUint16(at + 8, true),
      method: view.getUint16(at + 10, true),
      size: view.getUint32(at + 20, true),
      at: view.getUint32(at + 42, true),
    });
    at = nameAt + (name ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  return entries;
}

function findEnd(view: DataView): number {
  const last = view.byteLength - END_SIZE;
  for (let at = last; at >= Math.max(0, last - MAX_COMMENT); at--) {
    if (view.getUint32(at, true) === END) return at;
  }
  throw new TableError('damaged');
}

function packedBytes(bytes: Uint8Array, view: DataView, { at, size }: ZipEntry): Uint8Array {
  if (at + LOCAL_SIZE > bytes.length || view.getUint32(at, true) !== LOCAL) throw new TableError('damaged');
  const start = at + LOCAL_SIZE + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  if (start + size > bytes.length) throw new TableError('damaged');
  return bytes.subarray(start, start + size);
}

/** Unpacks in Node's threads, in pieces of 64 kB, and no faster than they are read. */
async function* unpack(packed: Uint8Array, method: number): AsyncGenerator<Uint8Array> {
  if (method === STORED) yield packed;
  else if (method !== DEFLATED) throw new TableError('damaged');
  else {
    const inflate = createInflateRaw({ chunkSize: 64 * 1024 });
    inflate.end(packed);
    try {
      yield* inflate;
    } catch (error) {
      if (error instanceof TableError) throw error;
      throw new TableError('damaged');
    } finally {
      inflate.destroy();
    }
  }
}
