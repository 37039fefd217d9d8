/** The formats in which pictures may be uploaded. */
export type PictureFormat = 'jpeg' | 'png' | 'webp' | 'avif';

const JPEG = [0xff, 0xd8, 0xff];
const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** The longest list of brands that is read, in bytes. */
const MAX_BRANDS = 256;

/** The format that a file's first bytes declare, whatever its name is. Null: another format. */
export function sniffPicture(bytes: Uint8Array): PictureFormat | null {
  if (startsWith(bytes, JPEG)) return 'jpeg';
  if (startsWith(bytes, PNG)) return 'png';
  if (textAt(bytes, 0, 4) === 'RIFF' && textAt(bytes, 8, 4) === 'WEBP') return 'webp';
  return isAvif(bytes) ? 'avif' : null;
}

/** HEIC and MP4 files have the same container; only the brands tell them apart (ISO 14496-12, box `ftyp`). */
function isAvif(bytes: Uint8Array): boolean {
  if (bytes.length < 16 || textAt(bytes, 4, 4) !== 'ftyp') return false;
  const end = Math.min(new DataView(bytes.buffer, bytes.byteOffset).getUint32(0), MAX_BRANDS, bytes.length);
  for (let at = 8; at + 4 <= end; at += 4) {
    // The four bytes after the first brand are a version.
    if (at !== 12 && ['avif', 'avis'].includes(textAt(bytes, at, 4))) return true;
  }
  return false;
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte);
}

function textAt(bytes: Uint8Array, at: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + length));
}
