import fc from 'fast-check';
import { createClientAsync } from 'soap';
import { expect, test } from 'vitest';
import { answerOf, success } from '../testing/test-service';
import { targetNamespace, wsdlPath } from './contract/wsdl';
import { ignoredPromise, writeCanonicalEnvelope } from './node-soap-adapter';
import type { Content } from './read-envelope';

let text = '';
const client = await createClientAsync(wsdlPath, {
  httpClient: {
    request(_address, _message, done) {
      done(null, { status: 200, headers: {} }, text);
      return ignoredPromise;
    },
  },
  disableCache: true,
  preserveWhitespace: true,
});

/** Reads an answer with node-soap alone. */
async function readWithNodeSoap(xml: string) {
  text = xml;
  const [answer] = await client.getPaymentStatusAsync({});
  return answer.return;
}

const total = (value: string, more = '') =>
  answerOf(
    'getPaymentStatus',
    `${success}<receipt><invoice><totalAmount><value>${value}</value></totalAmount></invoice></receipt>${more}`,
  );

// If this test fails, node-soap has been corrected, and a part of the adapter may no longer be needed.
test('node-soap alone rounds decimals, loses text, reads CDATA as XML, follows references and fails on __proto__', async () => {
  const read = async (xml: string) => (await readWithNodeSoap(xml)).receipt.invoice.totalAmount.value;
  expect(await read(total('90071992547409.91'))).toBe(90071992547409.9);
  expect(await read(total('10<!-- -->.50'))).toBe(0.5);
  expect(await read(total('<![CDATA[<?xml version="1.0"?><b>1</b>]]>'))).toEqual({ b: '1' });
  const led = await readWithNodeSoap(total('1', '<status href="#x"/><later id="x"><a>PAID</a></later>'));
  expect(led.status).toMatchObject({ a: 'PAID' });
  await expect(readWithNodeSoap(total('1', '<__proto__>x</__proto__>'))).rejects.toThrow(TypeError);
});

const strangeNames = ['__proto__', 'constructor', 'toString', 'attributes', 'Fault', 'Body', 'cancelInvoice', 'é', '𐀀'];
const strangeText = fc
  .array(fc.constantFrom('<![CDATA[', ']]>', '<!-- -->', '&amp;', '<?xml?>', '<a/>', '\r', '\n', ' ', '"', '1', 'å'))
  .map((parts) => parts.join(''));
const { content } = fc.letrec<{ content: Content }>((tie) => ({
  content: fc.oneof(
    { maxDepth: 4 },
    strangeText,
    fc.dictionary(
      fc.constantFrom(...strangeNames, 'receipt', 'status'),
      fc.oneof(tie('content'), fc.array(tie('content'))),
    ),
  ),
}));

test('node-soap reads the status of every canonical envelope unchanged', async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...strangeNames), content, strangeText, async (name, noise, status) => {
      const fields: [string, Content][] = [
        [name, noise],
        ['status', `.${status}`],
        ['receipt', noise],
      ];
      const envelope = writeCanonicalEnvelope({
        namespace: targetNamespace,
        name: 'getPaymentStatusResponse',
        content: { return: Object.fromEntries(fields) },
      });
      const answer = await readWithNodeSoap(envelope);
      expect(answer.status).toBe(`.${status}`);
      expect(Object.getPrototypeOf(answer)).toBe(Object.prototype);
    }),
  );
});
