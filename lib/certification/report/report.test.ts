import { describe, expect, it } from 'vitest';
import { readEnvelope } from '../../seqr/read-envelope';
import { runView, testView } from '../../testing/certification-run';
import { toHtml } from './html';
import { toJunit } from './junit';

const evil = '</title><script>alert(1)</script>]]>&"\u0007';

const exchange = {
  operation: 'sendInvoice',
  at: '2026-11-26T12:00:00.000Z',
  ms: 3,
  resultCode: '0',
  request: '<a><password>***</password></a>',
  response: null,
};

describe('the HTML report', () => {
  it('starts with what to fix and shows the failed test’s messages', () => {
    const failed = testView({ id: '1.4', verdict: 'failed', sentence: 'Fix the total.', exchanges: [exchange] });
    const html = toHtml(runView({ tests: [testView({ exchanges: [exchange] }), failed] }));
    expect(html.indexOf('What to fix')).toBeLessThan(html.indexOf('1 sendInvoice'));
    expect(html).toContain('<strong>1.4</strong> Fix the total.');
    expect(html.match(/<details>/g)).toHaveLength(1);
    expect(html.match(/<details open>/g)).toHaveLength(1);
    expect(html).toContain('1 of 2 tests passed, 1 failed, 0 not run.');
    expect(html).toContain('&lt;password&gt;***&lt;/password&gt;');
  });

  it('lists a shared reason once and shows only the last of many messages', () => {
    const exchanges = Array.from({ length: 30 }, (_, index) => ({ ...exchange, request: `<n>${index}</n>` }));
    const failed = { verdict: 'failed', sentence: 'Fix it.' } as const;
    const html = toHtml(runView({ tests: [testView(failed), testView({ ...failed, id: '1.2', exchanges })] }));
    expect(html).toContain('<strong>1.1, 1.2</strong> Fix it.');
    expect(html).toContain('The first 20 are omitted');
    expect(html.match(/class="message"/g)).toHaveLength(10);
    expect(html).toContain('&lt;n&gt;29&lt;/n&gt;');
  });

  it('names the source of each requirement', () => {
    const tests = [testView({ source: 'SEQR manual 2.4.2.1' }), testView({ id: '1.4', from: 'beyond' })];
    expect(toHtml(runView({ tests })).match(/class="source">[^<]*/g)).toEqual(['class="source">SEQR manual 2.4.2.1']);
    const xml = toJunit(runView({ tests }));
    expect(xml.match(/<property [^>]*>/g)).toEqual(['<property name="source" value="SEQR manual 2.4.2.1"/>']);
    expect(xml.indexOf('<properties>')).toBeGreaterThan(xml.indexOf('<testcase'));
  });

  it('is self-contained and contains no script for any text', () => {
    const html = toHtml(
      runView({
        tests: [testView({ sentence: evil, facts: [evil], exchanges: [{ ...exchange, request: evil }] })],
        actor: evil,
        clientId: evil,
        endpoint: evil,
        problem: evil,
      }),
    );
    expect(html).not.toMatch(/<script|src=|href=|@import|url\(/i);
  });
});

describe('the JUnit report', () => {
  it('is well-formed for any text and counts correctly', () => {
    const xml = toJunit(
      runView({
        tests: [
          testView({ facts: [evil] }),
          testView({ id: '2', verdict: 'failed', sentence: evil }),
          testView({ id: '3', verdict: 'skipped', sentence: evil }),
        ],
      }),
    );
    expect(xml).toContain('tests="3" failures="1" errors="0" skipped="1" time="5.000"');
    // A strict parser that only reports the missing envelope has found the document well-formed.
    expect(() => readEnvelope(xml)).toThrow('not a SOAP 1.1 envelope');
  });
});
