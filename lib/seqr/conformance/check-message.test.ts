import { describe, expect, test } from 'vitest';
import type { XmlElement } from '../../xml/parse-xml';
import { checkMessage, expectationOf, PATHS } from './check-message';
import { OPERATION_ORDER, TYPE_ORDER } from './element-order';
import { addChild, EXAMPLE_HEADERS, exampleMessage, find, findAll, removeAll } from './example-messages';
import type { OperationName, OrderedField } from './expectations';

const OPERATIONS = [
  'sendInvoice',
  'getPaymentStatus',
  'updateInvoice',
  'cancelInvoice',
  'submitPaymentReceipt',
  'refundPayment',
  'markTransactionPeriod',
  'executeReport',
] as const satisfies readonly OperationName[];

type Change = (envelope: XmlElement) => void;

function deviationsOf(operation: OperationName, change: Change, newestVersion?: number): string[] {
  const envelope = exampleMessage(operation);
  change(envelope);
  return checkMessage(operation, envelope, EXAMPLE_HEADERS, newestVersion);
}

/** Every path of an operation, except those below an element that must be absent. */
function pathsOf(operation: OperationName, order: readonly OrderedField[], prefix = ''): string[] {
  return order.flatMap(({ name, type }) => {
    const path = prefix + name;
    const inner = type && expectationOf(operation, path)?.presence !== 'absent' ? TYPE_ORDER[type] : [];
    return [path, ...pathsOf(operation, inner, `${path}/`)];
  });
}

describe.each(OPERATIONS)('%s', (operation) => {
  const paths = pathsOf(operation, OPERATION_ORDER[operation]);

  test('accepts a message in the documented form', () => {
    expect(deviationsOf(operation, () => {}, 3)).toEqual([]);
  });

  test('has one expectation per path', () => {
    for (const path of paths) {
      const entries = PATHS.filter((entry) => entry.path === path && (entry.operations?.includes(operation) ?? true));
      expect(entries, path).toHaveLength(1);
    }
  });

  test('reports every missing required element', () => {
    const required = paths.filter((path) => expectationOf(operation, path)?.presence === 'required');
    for (const path of required.filter((name) => findAll(exampleMessage(operation), name).length > 0)) {
      const deviations = deviationsOf(operation, (envelope) => removeAll(envelope, path));
      const found = deviations.filter((sentence) => sentence.includes('no element was found'));
      expect(found[0]?.replace(/\[1\]/g, ''), path).toContain(`At ${operation}/${path}, `);
    }
  });

  test('accepts the absence of every optional element', () => {
    for (const path of paths.filter((name) => expectationOf(operation, name)?.presence === 'optional')) {
      // Rules across fields require these two.
      if (path.endsWith('/userId') || path.endsWith('/mimeType')) continue;
      expect(
        deviationsOf(operation, (envelope) => removeAll(envelope, path)),
        path,
      ).toEqual([]);
    }
  });

  test('rejects every element that must be absent', () => {
    for (const path of paths.filter((name) => expectationOf(operation, name)?.presence === 'absent')) {
      const parent = path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '';
      const name = path.slice(path.lastIndexOf('/') + 1);
      const deviations = deviationsOf(operation, (envelope) => addChild(envelope, parent, name, '9900'));
      expect(deviations, path).toEqual([expect.stringContaining('none from a webshop')]);
    }
  });

  test('rejects reversed elements, a duplicate and an unknown element in every type', () => {
    const parents = ['', ...paths].filter((path) =>
      findAll(exampleMessage(operation), path).some(({ children }) => children.length > 1),
    );
    for (const path of parents.filter((name) => !name.endsWith('invoiceRows'))) {
      const reversed = deviationsOf(operation, (envelope) => find(envelope, path).children.reverse());
      expect(reversed, path).toEqual([expect.stringContaining('expects the order')]);
      const twice = deviationsOf(operation, (envelope) => {
        const { children } = find(envelope, path);
        children.unshift(...children.slice(0, 1));
      });
      expect(twice, path).toEqual([expect.stringContaining('2 times')]);
      const unknown = deviationsOf(operation, (envelope) => addChild(envelope, path, 'extra', ''));
      expect(unknown, path).toEqual([expect.stringContaining('unknown element')]);
    }
  });

  test('rejects a qualified field, an unqualified wrapper and another operation', () => {
    const qualify = (envelope: XmlElement) => {
      find(envelope, 'context/password').uri = find(envelope, '').uri;
    };
    expect(deviationsOf(operation, qualify)).toEqual([expect.stringContaining('expects unqualified password')]);
    const unqualify = (envelope: XmlElement) => {
      find(envelope, '').uri = '';
    };
    expect(deviationsOf(operation, unqualify)).toEqual([expect.stringContaining('unqualified')]);
    const rename = (envelope: XmlElement) => {
      find(envelope, '').name = 'benchmarkingNop';
    };
    expect(deviationsOf(operation, rename)).toEqual([expect.stringContaining('benchmarkingNop')]);
  });
});

test('every operation with an order is tested', () => {
  expect(Object.keys(OPERATION_ORDER).sort()).toEqual([...OPERATIONS].sort());
});

describe('envelope', () => {
  const body = (envelope: XmlElement) => envelope.children[1]!;
  const attribute = (local: string, value: string) => [{ local, uri: 'urn:any', value }];
  test.each<[string, Change, string]>([
    ['SOAP 1.2', (e) => (e.uri = 'http://www.w3.org/2003/05/soap-envelope'), 'soap-envelope}Envelope'],
    ['a Body of SOAP 1.2', (e) => (body(e).uri = 'http://www.w3.org/2003/05/soap-envelope'), 'Envelope/Body'],
    ['no Body', (e) => e.children.pop(), 'one Body'],
    ['a Header after the Body', (e) => e.children.reverse(), 'an optional Header'],
    ['a Header block', (e) => e.children[0]!.children.push(exampleMessage('cancelInvoice')), 'empty Header'],
    ['two wrappers', (e) => body(e).children.push(find(e, '')), '2 elements'],
    ['text between fields', (e) => (find(e, '').text = 'ok'), 'elements only'],
    ['an encoded value', (e) => (find(e, '').attributes = attribute('encodingStyle', '')), 'without encodingStyle'],
    ['a nil element', (e) => (find(e, 'context/channel').attributes = attribute('nil', 'true')), 'a nil one'],
    ['children in a value', (e) => addChild(e, 'context/channel', 'name', ''), 'a simple value'],
  ])('rejects %s', (_, change, expected) => {
    expect(deviationsOf('cancelInvoice', change).join('\n')).toContain(expected);
  });

  test('needs no Header', () => {
    expect(deviationsOf('cancelInvoice', (envelope) => envelope.children.shift())).toEqual([]);
  });

  test.each([
    [{ SOAPAction: '""' }, 'Content-Type'],
    [{ 'Content-Type': 'application/soap+xml', SOAPAction: '""' }, 'Content-Type'],
    [{ 'Content-Type': 'text/xml' }, 'SOAPAction'],
    [{ 'Content-Type': 'text/xml', SOAPAction: '' }, 'SOAPAction'],
    [{ 'Content-Type': 'text/xml', SOAPAction: '"sendInvoice"' }, 'SOAPAction'],
  ])('rejects the headers %o', (headers, name) => {
    const deviations = checkMessage('cancelInvoice', exampleMessage('cancelInvoice'), headers);
    expect(deviations).toEqual([expect.stringContaining(`HTTP header ${name}`)]);
  });
});

test('a deviation names the path, the finding, the expectation and the source', () => {
  const change = (envelope: XmlElement) => {
    find(envelope, 'invoiceReference').text = 'R12';
  };
  expect(deviationsOf('cancelInvoice', change)).toEqual([
    'At cancelInvoice/invoiceReference, “R12” was found; the protocol expects digits (SEQR manual 2.4.2.1).',
  ]);
});
