import { PNG } from 'pngjs';
import encodeQR from 'qr';

const MAX_CODE_LENGTH = 500;
const QUIET_ZONE = 4;
const WIDTH = 300;

/**
 * Answers `/se-qr-web/qrgenerator?code=` with the code as a QR image in PNG, which any page may show. Answers 400 if
 * the code is missing or too long.
 */
export function answerQrCode(request: Request): Response {
  const code = new URL(request.url).searchParams.get('code') ?? '';
  if (code === '' || code.length > MAX_CODE_LENGTH) {
    const message = `code must have 1 to ${MAX_CODE_LENGTH} characters, for example ?code=HTTP://SEQR.SE/R1402562843463.\n`;
    return new Response(message, { status: 400, headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
  }
  return new Response(new Uint8Array(drawPng(code)), {
    headers: {
      'Content-Type': 'image/png',
      'Cache-Control': 'public, max-age=86400',
      'Cross-Origin-Resource-Policy': 'cross-origin',
    },
  });
}

/** Draws an image of at most `WIDTH` pixels, with whole pixels per module. */
function drawPng(code: string): Buffer {
  const modules = encodeQR(code, 'raw', { ecc: 'medium', border: QUIET_ZONE });
  const scale = Math.floor(WIDTH / modules.length);
  const size = modules.length * scale;
  const png = new PNG({ width: size, height: size });
  png.data.fill(255);
  for (let y = 0; y < size; y++) {
    const row = modules[Math.floor(y / scale)];
    for (let x = 0; x < size; x++) {
      if (row?.[Math.floor(x / scale)]) png.data.fill(0, (y * size + x) * 4, (y * size + x) * 4 + 3);
    }
  }
  return PNG.sync.write(png, { colorType: 0 });
}
