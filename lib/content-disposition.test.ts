import { expect, it } from 'vitest';
import { contentDisposition } from './content-disposition';

it.each([
  ['kvitto-T-10001.pdf', 'kvitto-T-10001.pdf'],
  ['period-1"; x="y.xml', 'period-1___x__y.xml'],
  ['a\r\nSet-Cookie: b', 'a__Set-Cookie__b'],
  ['../..\\ö\u202Egpj', '.._..___gpj'],
])('escapes the file name %j', (filename, safe) => {
  const header = contentDisposition('attachment', filename);
  expect(new Headers({ 'Content-Disposition': header }).get('Content-Disposition')).toBe(
    `attachment; filename="${safe}"`,
  );
});
