import { expect, it } from 'vitest';
import { GROWTH_TIMEOUT_MS, MAX_LINEAR_RATIO, measureGrowth } from '../testing/growth';
import { parseMultipart } from './parse-multipart';

const boundary = '----WebKitFormBoundaryx7';
const type = `multipart/form-data; boundary=${boundary}`;
const part = (headers: string, content = '') => `--${boundary}\r\n${headers}\r\n\r\n${content}\r\n`;
const text = (name: string) => part(`Content-Disposition: form-data; name="${name}"`, 'a');
const file = (content: string) =>
  part('Content-Disposition: form-data; name="file"; filename="a.png"\r\nContent-Type: image/png', content);
const end = `--${boundary}--\r\n`;
const parse = (body: string, contentType = type) => {
  const parts = parseMultipart(Buffer.from(body, 'latin1'), contentType);
  return parts?.map(({ name, isFile, content }) => [name, isFile, content.toString('latin1')]) ?? null;
};

it('reads what browsers send, byte for byte', async () => {
  const bytes = Uint8Array.from({ length: 70_000 }, (_, index) => (index * 7_919) % 256);
  const form = new FormData();
  form.set('key', 'å');
  form.set('file', new Blob([bytes]), '"å".png');
  form.set('empty', new Blob([]), 'b');
  const request = new Request('http://shop.test', { method: 'POST', body: form });
  const sent = new Uint8Array(await request.arrayBuffer());
  expect(parseMultipart(sent, request.headers.get('content-type') ?? '')).toEqual([
    { name: 'key', isFile: false, content: Buffer.from('å') },
    { name: 'file', isFile: true, content: Buffer.from(bytes) },
    { name: 'empty', isFile: true, content: Buffer.alloc(0) },
  ]);
});

it('keeps line breaks and almost-boundaries in a file', () => {
  const content = `\r\n--${boundary.slice(0, -1)}\r\n\r\n--${boundary.toLowerCase()}--`;
  expect(parse(file(content) + end)).toEqual([['file', true, content]]);
  const nothingChosen = part('Content-Disposition: form-data; name="file"; filename=""');
  expect(parse(nothingChosen + end)).toEqual([['file', true, '']]);
  expect(parse(end)).toEqual([]);
  expect(parse(file('') + end, `multipart/form-data; charset=utf-8; boundary="${boundary}"`)).toHaveLength(1);
});

it.each([
  ['no end', file('abc')],
  ['an incomplete end', `${file('abc')}--${boundary}-`],
  ['no start', `abc${file('')}${end}`],
  ['no line break after the boundary', file('').replace('\r\n', '') + end],
  ['no name', part('Content-Disposition: form-data') + end],
  ['another disposition', part('Content-Disposition: attachment; name="file"') + end],
  ['a repeated field', text('key') + text('key') + end],
  ['nine fields', [...'abcdefghi'].map(text).join('') + end],
  ['long headers', part(`Content-Disposition: form-data; name="file"; filename="${'a'.repeat(5_000)}"`) + end],
  ['headers without an end', `--${boundary}\r\nContent-Disposition: form-data; name="file"\r\n`],
])('refuses a body with %s', (_, body) => {
  expect(parse(body)).toBe(null);
});

it.each(['multipart/form-data', 'multipart/form-data; boundary=', `multipart/form-data; boundary=${'a'.repeat(71)}`])(
  'refuses a type without a boundary: %s',
  (contentType) => expect(parse(end, contentType)).toBe(null),
);

it.each([
  ['empty files', part('Content-Disposition: form-data; name="a"; filename="a"')],
  ['headers', 'a: b\r\n'],
  ['almost-boundaries', `\r\n--${boundary.slice(0, -1)}`],
  ['dashes', '-'],
])('takes linear time for a body full of %s', { timeout: GROWTH_TIMEOUT_MS }, async (_, piece) => {
  const make = (size: number) => file(piece.repeat(size / piece.length)) + end;
  const growth = await measureGrowth(10_000_000, make, async (body) =>
    parseMultipart(Buffer.from(body, 'latin1'), type),
  );
  expect(growth).toBeLessThanOrEqual(MAX_LINEAR_RATIO);
});
