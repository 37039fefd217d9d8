import { writeFileSync } from 'node:fs';
import encodeQR from 'qr';

const SIZE = 480;

/** Writes a video of a QR code for Chromium's fake camera (Y4M, grey, a few frames). */
export function filmQrCode(path: string, text: string): void {
  const modules = encodeQR(text, 'raw', { border: 4 });
  const scale = Math.floor(SIZE / modules.length);
  const luma = Buffer.alloc(SIZE * SIZE, 235);
  for (const [y, row] of modules.entries()) {
    for (const [x, dark] of row.entries()) {
      if (!dark) continue;
      for (let line = 0; line < scale; line++) {
        const start = (y * scale + line) * SIZE + x * scale;
        luma.fill(16, start, start + scale);
      }
    }
  }
  const frame = Buffer.concat([Buffer.from('FRAME\n'), luma, Buffer.alloc((SIZE * SIZE) / 2, 128)]);
  const head = Buffer.from(`YUV4MPEG2 W${SIZE} H${SIZE} F10:1 Ip A1:1 C420\n`);
  writeFileSync(path, Buffer.concat([head, frame, frame, frame]));
}
