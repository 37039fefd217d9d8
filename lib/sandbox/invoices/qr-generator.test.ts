import { PNG } from 'pngjs';
import { expect, it } from 'vitest';
import { decodeQr } from '../../testing/decode-qr';
import { answerQrCode } from './qr-generator';

const ask = (query: string) => answerQrCode(new Request(`http://localhost/se-qr-web/qrgenerator${query}`));

it.each([
  ['an invoice’s code', '?code=HTTP://SEQR.SE/R1402562843463', 'HTTP://SEQR.SE/R1402562843463', 297],
  ['an encoded code', '?code=HTTP%3A%2F%2FSEQR.SE%2FQ0039394857311223&size=9', 'HTTP://SEQR.SE/Q0039394857311223', 297],
  ['500 letters', `?code=${'a'.repeat(500)}`, 'a'.repeat(500), 279],
])('draws a readable code for %s', async (_what, query, code, width) => {
  const response = ask(query);
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'content-type': 'image/png',
    'cross-origin-resource-policy': 'cross-origin',
  });
  const png = PNG.sync.read(Buffer.from(await response.arrayBuffer()));
  expect([png.width, png.height]).toEqual([width, width]);
  expect(decodeQr(new Uint8ClampedArray(png.data), png.width, png.height)).toBe(code);
});

it.each([
  ['no query', ''],
  ['an empty code', '?code='],
  ['501 letters', `?code=${'a'.repeat(501)}`],
  ['another parameter', '?text=x'],
])('rejects %s', async (_what, query) => {
  const response = ask(query);
  expect([response.status, await response.text()]).toEqual([400, expect.stringMatching(/^code must have 1 to 500/)]);
});

it('draws the maximum: 500 characters of four bytes each', () => {
  expect(ask(`?code=${encodeURIComponent('😀'.repeat(250))}`).status).toBe(200);
});
