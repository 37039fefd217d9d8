import { expect, it } from 'vitest';
import { readUpload } from './read-upload';

const LIMIT = 100_000;

function send(form: FormData): Request {
  return new Request('http://shop.test/upload', { method: 'POST', body: form });
}
function formWith(file: BlobPart | null, name = 'a.png'): FormData {
  const form = new FormData();
  form.set('key', 'the key');
  if (file !== null) form.set('file', new Blob([file]), name);
  return form;
}
const boundary = 'x'.repeat(20);
const type = `multipart/form-data; boundary=${boundary}`;

it('reads a file whatever its name is, and identifies its content', async () => {
  const one = await readUpload(send(formWith('abc', '../../etc/passwd\0.png')), LIMIT);
  const other = await readUpload(send(formWith('abd')), LIMIT);
  expect(one).toEqual({
    key: 'the key',
    file: Buffer.from('abc'),
    digest: expect.stringMatching(/^ba7816bf/),
  });
  expect(other).not.toMatchObject({ digest: Object(one).digest });
  expect(await readUpload(send(formWith('')), LIMIT)).toMatchObject({ file: Buffer.alloc(0) });
});

it('accepts a file of exactly the limit', async () => {
  expect(await readUpload(send(formWith(new Uint8Array(LIMIT))), LIMIT)).toMatchObject({ key: 'the key' });
  expect(await readUpload(send(formWith(new Uint8Array(LIMIT + 20_000))), LIMIT)).toBe('large');
});

it('stops reading an endless body early', async () => {
  let sent = 0;
  let stopped = false;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      sent += 10_000;
      if (sent > 100_000_000) controller.close();
      else controller.enqueue(new Uint8Array(10_000));
    },
    cancel() {
      stopped = true;
    },
  });
  const init = { method: 'POST', body, headers: { 'content-type': type }, duplex: 'half' };
  expect(await readUpload(new Request('http://shop.test/upload', init), LIMIT)).toBe('large');
  expect(stopped).toBe(true);
  expect(sent).toBeLessThan(LIMIT + 50_000);
});

it('refuses a Content-Length above the limit without reading the body', async () => {
  const request = new Request('http://shop.test/upload', {
    method: 'POST',
    body: 'short',
    headers: { 'content-type': type, 'content-length': '100000000' },
  });
  expect(await readUpload(request, LIMIT)).toBe('large');
  expect(request.bodyUsed).toBe(false);
});

it.each([
  ['text/plain', 'abc', 'type'],
  ['application/x-www-form-urlencoded', 'key=1&file=2', 'type'],
  ['multipart/form-data', 'abc', 'form'],
  [type, '', 'form'],
  [type, `--${boundary}\r\n`, 'form'],
  [type, `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\nabc`, 'form'],
])('refuses a body that is not a multipart form: %s %s', async (contentType, body, problem) => {
  const init = { method: 'POST', body, headers: { 'content-type': contentType } };
  expect(await readUpload(new Request('http://shop.test/upload', init), LIMIT)).toBe(problem);
});

it('refuses a form without a key, without a file, or with a text instead of a file', async () => {
  const withoutKey = formWith('abc');
  withoutKey.delete('key');
  const withText = formWith(null);
  withText.set('file', 'abc');
  for (const form of [withoutKey, formWith(null), withText]) expect(await readUpload(send(form), LIMIT)).toBe('form');
});
