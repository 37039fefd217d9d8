import { describe, expect, it } from 'vitest';
import { type ParsedReport, parseReport } from './parse-report';

const expected = { transactionPeriodId: '77', resellerId: 'shop/9900', terminalId: null, currency: 'SEK' } as const;
const meta = '<Meta><ResellerId>shop</ResellerId><TransactionPeriodId>77</TransactionPeriodId></Meta>';
const rowOf = (amount: string, more = '', reference = '2015') =>
  `<Row><TerminalId>t</TerminalId><CashierId></CashierId><SalesAmount>${amount}</SalesAmount><ErsReference>${reference}</ErsReference>${more}</Row>`;
const report = (rows: string, head = meta) =>
  `<?xml version="1.0"?><TransactionDetails>${head}${rows}</TransactionDetails>`;
const problemOf = (parsed: ParsedReport) => (parsed.ok ? 'none' : `${parsed.problem.code} ${parsed.problem.row ?? ''}`);

describe('parseReport', () => {
  it('reads amounts exactly, refunds as negative', () => {
    const xml = report(
      `\n ${rowOf('149.00000')}${rowOf(' -0.10000 ')}${rowOf('7.5', '<Currency>EUR</Currency>')}<!-- end -->\n`,
    );
    const common = { terminalId: 't', cashierId: '', ersReference: '2015' };
    expect(parseReport(xml, expected)).toEqual({
      ok: true,
      rows: [
        { ...common, amount: { amount: 14900, currency: 'SEK' } },
        { ...common, amount: { amount: -10, currency: 'SEK' } },
        { ...common, amount: { amount: 750, currency: 'EUR' } },
      ],
    });
    expect(parseReport(report(''), expected)).toEqual({ ok: true, rows: [] });
  });

  it('rejects a report truncated at any position', () => {
    const xml = report(rowOf('149.00000'));
    for (let length = 0; length < xml.length; length += 1) {
      expect(parseReport(xml.slice(0, length), expected)).toEqual({ ok: false, problem: { code: 'not-whole' } });
    }
  });

  it.each([
    ['not-whole', `<!DOCTYPE x [<!ENTITY e "1">]>${report(rowOf('1'))}`],
    ['not-whole', `${report('')}${report('')}`],
    ['not-whole', '<a>'.repeat(20_000)],
    ['not-whole', '<html><body>Busy</body>'],
    ['no-report', '<html><body>Busy</body></html>'],
    ['no-report', '<TransactionDetails/>'],
    ['no-report', '<ShopTransactionSummary><Meta/></ShopTransactionSummary>'],
    ['other-shop', report('', meta.replace('>shop<', '>shop2<'))],
    ['other-period', report('', meta.replace('77', '78'))],
    ['other-period', report('', '<Meta><ResellerId>shop</ResellerId></Meta>')],
    ['other-terminal', report('', meta.replace('</Meta>', '<TerminalId>t</TerminalId></Meta>'))],
    ['no-report', report('').replace('Details>', 'Details xmlns="urn:x">')],
    ['unknown-row 1', report(rowOf('1').replace('<SalesAmount>', '<SalesAmount xmlns="urn:x">'))],
    ['unknown-row 2', report(`${rowOf('1')}<Line/>`)],
    ['unknown-row 1', report('<Row/>')],
    ['unknown-row 1', report(rowOf('1', '<Tip>5</Tip>'))],
    ['unknown-row 1', report(rowOf('1', '<SalesAmount>2</SalesAmount>'))],
    ['unknown-row 1', report(rowOf('1').replace('<CashierId></CashierId>', ''))],
    ['unknown-row 1', report(rowOf('<b>1</b>'))],
    ['unknown-row 1', report(rowOf('1').replace('<Row>', '<Row>5'))],
    ['unknown-row 2', report(`${rowOf('1')}${meta}`)],
    ['bad-amount 1', report(rowOf('1,50'))],
    ['bad-amount 1', report(rowOf('1.505'))],
    ['bad-amount 1', report(rowOf('1e2'))],
    ['bad-amount 1', report(rowOf(''))],
    ['bad-amount 1', report(rowOf('9'.repeat(30)))],
    ['bad-amount 1', report(rowOf('21474836.48'))],
    ['bad-amount 1', report(rowOf('1', '<Currency>XXX</Currency>'))],
    ['bad-reference 1', report(rowOf('1', '', ''))],
    ['bad-reference 1', report(rowOf('1', '', '=HYPERLINK()'))],
  ])('rejects with %s', (problem, xml) => {
    expect(problemOf(parseReport(xml, expected)).trim()).toBe(problem);
  });

  it('accepts only the terminal’s own rows in a terminal’s report', () => {
    const ofTerminal = { ...expected, terminalId: 't' };
    const head = meta.replace('</Meta>', '<TerminalId>t</TerminalId></Meta>');
    expect(parseReport(report(rowOf('1'), head), ofTerminal).ok).toBe(true);
    expect(problemOf(parseReport(report(rowOf('1'), meta), ofTerminal))).toBe('other-terminal ');
    const foreign = rowOf('1').replace('>t<', '>till<');
    expect(problemOf(parseReport(report(foreign, head), ofTerminal))).toBe('unknown-row 1');
  });
});
