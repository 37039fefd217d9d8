// A visitor's browser over HTTP: cookies, redirects and an address of its own.
import { get } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';

const PATIENCE_MS = 30_000;
const MAX_REDIRECTS = 8;

export type Page = { readonly path: string; readonly status: number; readonly text: string };
export type Browser = ReturnType<typeof openBrowser>;
type Options = { readonly form?: Record<string, string>; readonly json?: object; readonly accept?: string };

/** `onPage` gets every response, redirects included. */
export function openBrowser(shop: string, address: string, onPage: (page: Page) => void) {
  const cookies = new Map<string, string>();

  async function send(path: string, method: string, { form, json, accept = 'text/html' }: Options): Promise<Response> {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(shop + path, {
      method,
      redirect: 'manual',
      signal: AbortSignal.timeout(PATIENCE_MS),
      headers: {
        Accept: accept,
        'Accept-Language': 'en',
        'X-Forwarded-For': address,
        ...(cookie && { Cookie: cookie }),
        ...(json && { 'Content-Type': 'application/json' }),
      },
      ...(json && { body: JSON.stringify(json) }),
      ...(form && { body: new URLSearchParams(form) }),
    });
    for (const line of response.headers.getSetCookie()) keepCookie(line);
    return response;
  }

  function keepCookie(line: string): void {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    if (/max-age=0|expires=Thu, 01 Jan 1970/i.test(line)) cookies.delete(name);
    else cookies.set(name, value);
  }

  async function visit(path: string, method = 'GET', options: Options = {}): Promise<Page> {
    let response = await send(path, method, options);
    let at = path;
    for (let left = MAX_REDIRECTS; ; left -= 1) {
      const page = { path: `${method} ${at}`, status: response.status, text: await response.text() };
      const location = response.headers.get('location');
      onPage(location ? { ...page, text: `${location}\n${page.text}` } : page);
      if (!location || response.status < 300 || response.status > 399) return page;
      if (left === 0) throw new Error(`${path} redirects more than ${MAX_REDIRECTS} times`);
      const next = new URL(location, shop + at);
      // The host is dropped, because a link from a QR code contains the address at which phones reach the shop.
      at = next.pathname + next.search;
      response = await send(at, 'GET', {});
    }
  }

  /** Listens to an event stream, as a page does, until `word` arrives. Resolves to false if it did not arrive in time. */
  function listen(path: string, word: string, seconds: number): Promise<boolean> {
    return new Promise((resolve) => {
      let text = '';
      let status = 0;
      const headers = { Accept: 'text/event-stream', 'X-Forwarded-For': address };
      const request = get(shop + path, { headers }, (response) => {
        status = response.statusCode ?? 0;
        response.setEncoding('utf8').on('data', (part) => {
          text += part;
          if (text.includes(word)) request.destroy();
        });
      });
      const timer = setTimeout(() => request.destroy(), seconds * 1000);
      request.on('error', () => {});
      request.on('close', () => {
        clearTimeout(timer);
        onPage({ path: `GET ${path}`, status, text });
        resolve(text.includes(word));
      });
    });
  }

  return {
    get: (path: string) => visit(path),
    post: (path: string, form: Record<string, string>, accept?: string) =>
      visit(path, 'POST', { form, ...(accept !== undefined && { accept }) }),
    postJson: (path: string, json: object) => visit(path, 'POST', { json, accept: 'application/json' }),
    listen,
    think: (mostMs: number) => pause(Math.random() * mostMs),
  };
}
