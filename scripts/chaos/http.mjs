// What the run sends to shop and sandbox, and how each request ended: the promise is a proper answer within 10 s.
import { setTimeout as pause } from 'node:timers/promises';

const PATIENCE_MS = 20_000;
/** I10. */
export const PROMISE_MS = 10_000;
const json = { 'Content-Type': 'application/json' };

/** `ledger` gathers what requests to the shop were like. */
export function newLedger() {
  return {
    from: Date.now(),
    requests: 0,
    unreachable: 0,
    slowestMs: 0,
    slowest: '',
    improper: [],
    slow: [],
    refused: new Map(),
  };
}

/** Answers null where nobody was there. */
async function send(address, path, { method = 'GET', headers = {}, body } = {}) {
  try {
    const response = await fetch(address + path, {
      method,
      headers,
      body,
      redirect: 'manual',
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    return { status: response.status, headers: response.headers, text: await response.text() };
  } catch (error) {
    return { status: 0, headers: new Headers(), text: '', timedOut: error?.name === 'TimeoutError' };
  }
}

export function shopClient(shop, ledger) {
  async function request(path, options) {
    const started = performance.now();
    const [from, answer] = [Date.now(), await send(shop.address, path, options)];
    const tookMs = Math.round(performance.now() - started);
    ledger.requests += 1;
    const name = `${options?.method ?? 'GET'} ${path.replace(/[0-9A-Za-z_-]{20,}/g, '…')}`;
    const gone = shop.outages.some((outage) => outage.to >= from && outage.from <= Date.now());
    if (tookMs > ledger.slowestMs) Object.assign(ledger, { slowestMs: tookMs, slowest: name });
    const when = `${Math.round((from - ledger.from) / 1000)} s into the run`;
    if (answer.status === 0 && !answer.timedOut) {
      ledger.unreachable += 1;
      if (!gone) ledger.improper.push(`${name}: the connection broke while the shop was up`);
    } else if (answer.timedOut || tookMs > PROMISE_MS) {
      ledger.slow.push({ name, tookMs, when, from, to: Date.now() });
    } else if (answer.status >= 500) {
      const key = `${name} ${answer.status}`;
      ledger.refused.set(key, (ledger.refused.get(key) ?? 0) + 1);
      if (answer.status !== 503) ledger.improper.push(`${name}: ${answer.status} ${answer.text.slice(0, 80)}`);
    }
    return answer;
  }
  return {
    get: (path, headers) => request(path, { headers }),
    postJson: (path, body, headers = {}) =>
      request(path, { method: 'POST', headers: { ...json, ...headers }, body: JSON.stringify(body) }),
    postForm: (path, fields = {}, headers = {}) =>
      request(path, { method: 'POST', headers, body: new URLSearchParams(fields) }),
  };
}

/** The sandbox's control API; waits until the sandbox is there, for the payer's phone does so too. */
export function seqrClient(seqr) {
  async function insist(path, method, body) {
    const deadline = Date.now() + 60_000;
    for (;;) {
      const options = { method, headers: json, ...(body ? { body: JSON.stringify(body) } : {}) };
      const answer = await send(seqr.address, `/sandbox/api/${path}`, options);
      if (answer.status !== 0 && answer.status < 500) return { ...answer, data: JSON.parse(answer.text) };
      if (Date.now() > deadline) throw new Error(`the sandbox does not answer ${path}: ${answer.status}`);
      await pause(100);
    }
  }
  return {
    fault: (fault) => insist('faults', 'POST', fault),
    endFault: (id) => insist(`faults/${id}`, 'DELETE'),
    endFaults: () => insist('faults', 'DELETE'),
    pay: (reference, pin = '1234', more = {}) => insist(`invoices/${reference}/pay`, 'POST', { pin, ...more }),
    payer: (id, change) => insist(`payers/${id}`, 'POST', change),
    cancel: (reference) => insist(`invoices/${reference}/cancel`, 'POST'),
    reverse: (reference) => insist(`invoices/${reference}/reverse`, 'POST'),
    invoice: (reference) => insist(`invoices/${reference}`, 'GET'),
    advance: (advanceSeconds) => insist('clock', 'POST', { advanceSeconds }),
    soap: (xml) =>
      send(seqr.address, '/soap/merchant/cashregister-2', {
        method: 'POST',
        headers: { 'Content-Type': 'text/xml; charset=utf-8', SOAPAction: '""' },
        body: xml,
      }),
  };
}
