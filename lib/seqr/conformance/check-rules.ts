import type { XmlElement } from '../../xml/parse-xml';
import type { OperationName, RuleName } from './expectations';
import { RULES } from './rules';

type Finding = { path: string; found: string };
type Check = (wrapper: XmlElement, newestVersion: number | undefined) => Finding[];

function elementsAt(element: XmlElement, path: string): XmlElement[] {
  return path
    .split('/')
    .reduce(
      (parents, name) => parents.flatMap((parent) => parent.children.filter((child) => child.name === name)),
      [element],
    );
}

const textAt = (element: XmlElement, path: string) => elementsAt(element, path)[0]?.text;

const ROW_AMOUNTS = ['itemDiscount', 'itemTotalAmount', 'itemUnitPrice'];

const CHECKS: Record<RuleName, Check> = {
  'rows use the currency of the total': (wrapper) => {
    const currency = textAt(wrapper, 'invoice/totalAmount/currency');
    if (currency === undefined) return [];
    return elementsAt(wrapper, 'invoice/invoiceRows/invoiceRow').flatMap((row, index) =>
      ROW_AMOUNTS.flatMap((amount) => {
        const found = textAt(row, `${amount}/currency`);
        if (found === undefined || found === currency) return [];
        const path = `invoice/invoiceRows/invoiceRow[${index + 1}]/${amount}/currency`;
        return [{ path, found: `“${found}” in an invoice in “${currency}”` }];
      }),
    );
  },
  'a reseller user has userId 9900': (wrapper) => {
    const path = 'context/initiatorPrincipalId';
    const id = textAt(wrapper, `${path}/id`);
    if (id === undefined || textAt(wrapper, `${path}/userId`) !== undefined || /.\/9900$/.test(id)) return [];
    return [{ path, found: `the id “${id}” without userId` }];
  },
  'a terminal password has at least 4 characters': (wrapper) => {
    const length = [...(textAt(wrapper, 'context/password') ?? '')].length;
    // A missing or empty password is a deviation of its own.
    return length === 0 || length >= 4 ? [] : [{ path: 'context/password', found: `a password of length ${length}` }];
  },
  'the newest version is acknowledged': (wrapper, newestVersion) => {
    const version = textAt(wrapper, 'invoiceVersion');
    if (version === undefined || newestVersion === undefined || Number(version) === newestVersion) return [];
    return [{ path: 'invoiceVersion', found: `“${version}” after version ${newestVersion} was returned` }];
  },
  'receipt data has a MIME type': (wrapper) => {
    const data = textAt(wrapper, 'receiptDocument/receiptData') ?? '';
    if (data.trim() === '' || textAt(wrapper, 'receiptDocument/mimeType') !== undefined) return [];
    return [{ path: 'receiptDocument', found: 'receiptData without mimeType' }];
  },
  'a report names its period': (wrapper) => {
    const periods = elementsAt(wrapper, 'parameters/parameter/entry')
      .filter((entry) => textAt(entry, 'key') === 'transactionPeriodId')
      .map((entry) => textAt(entry, 'value') ?? '');
    if (periods.length === 1 && /^\d+$/.test(periods[0] ?? '')) return [];
    const found = periods.length === 0 ? 'no transactionPeriodId' : periods.map((period) => `“${period}”`).join(', ');
    return [{ path: 'parameters', found }];
  },
};

export type RuleDeviation = Finding & { expected: string; source: string };

export function checkRules(
  operation: OperationName,
  wrapper: XmlElement,
  newestVersion: number | undefined,
): RuleDeviation[] {
  return RULES.filter(({ operations }) => operations.some((name) => name === operation)).flatMap(
    ({ name, expected, source }) =>
      CHECKS[name](wrapper, newestVersion).map((finding) => ({ ...finding, expected, source })),
  );
}
