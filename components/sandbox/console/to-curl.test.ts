import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toCurl } from './to-curl';

test('contains the password once and the rest of the request unchanged', () => {
  const curl = toCurl('http://localhost:3000/soap', '<a>costs $5</a><password>***</password>', '12345678');
  expect(curl).toContain("SEQR_PASSWORD='12345678'\n");
  expect(curl).toContain(`'<a>costs $5</a><password>'"$SEQR_PASSWORD"'</password>'`);
});

test('needs no password when there was none', () => {
  expect(toCurl('http://localhost/', '<a/>')).not.toContain('SEQR_PASSWORD');
  expect(toCurl('http://localhost/', '<p:Password>***</p:Password>')).toContain("SEQR_PASSWORD='the password'");
});

test('drops characters that control a terminal', () => {
  const steering = ['\u001b[201~', '\u0007', '\u0000', '\u009b2J'].join('<a/>');
  expect(toCurl('http://localhost/', steering)).not.toMatch(/(?!\n)\p{Cc}/u);
});

describe.skipIf(process.platform === 'win32')('a shell', () => {
  /** The arguments that curl would get. */
  const run = (request: string, endpoint = 'http://localhost/', password?: string) => {
    const script = toCurl(endpoint, request, password).replace(/^curl /m, "printf '%s\\0' ");
    return execFileSync('sh', ['-c', script], { encoding: 'utf8' }).split('\0').slice(0, -1);
  };

  test.each([
    `<a b='1' c="2">$HOME \`id\` \\ $(id) \${x} !! \n\n</a>`,
    '<a/>\nEND_OF_REQUEST\ntouch /tmp/executed\n',
    "'; touch /tmp/executed; '",
    "'\\''; touch /tmp/executed; '\\''",
    '@/etc/passwd',
    '-o /tmp/executed',
  ])('gives curl exactly the request: %j', (request) => {
    expect(run(request)).toEqual(expect.arrayContaining(['--data-raw', request]));
  });

  test('gives curl exactly the request, for generated requests', () => {
    const piece = fc.constantFrom(
      "'",
      '"',
      '\\',
      '$',
      '`',
      '\n',
      'END_OF_REQUEST',
      '$(id)',
      '<password>***</password>',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string()), { maxLength: 12 }), (pieces) => {
        const request = pieces.join('').replace(/(?![\t\n\r])[\p{Cc}\u2028\u2029]|\p{Cs}/gu, '');
        const wanted = request.replace(/(<(?:[\w.-]+:)?\w*password\b[^<>]*>)\*\*\*(?=<\/)/gi, "$1it's");
        expect(run(request, "http://localhost/'x", "it's").at(-1)).toBe(wanted);
      }),
      { numRuns: 40 },
    );
  });
});
