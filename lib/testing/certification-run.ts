import type { RunView, TestView } from '../certification/run-view';

export function testView(change: Partial<TestView> = {}): TestView {
  return {
    id: '1.1',
    title: 'an invoice',
    chapter: '1 sendInvoice',
    from: 'seqr',
    verdict: 'passed',
    sentence: null,
    ms: 1234,
    facts: [],
    exchanges: [],
    ...change,
  };
}

export function runView(change: Partial<RunView> = {}): RunView {
  return {
    id: '20261126-120000-webshop',
    kind: 'webshop',
    state: 'failed',
    endpoint: 'http://127.0.0.1:1/soap',
    isSandbox: true,
    terminalId: 'terminal',
    clientId: 'Tallbacka',
    actor: 'Åsa',
    startedAt: '2026-11-26T12:00:00.000Z',
    ms: 5000,
    problem: null,
    prompt: null,
    tests: [testView()],
    ...change,
  };
}
