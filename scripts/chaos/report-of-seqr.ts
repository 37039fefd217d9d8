// Requests SEQR's report on the shop's period, as the shop owner does to check the bookkeeping.
import { setTimeout as pause } from 'node:timers/promises';
import type { SeqrClient } from './http';

const context =
  '<context><clientRequestTimeout>0</clientRequestTimeout><initiatorPrincipalId><id>public_test_shop</id>' +
  '<type>RESELLERUSER</type><userId>9900</userId></initiatorPrincipalId><password>1234</password></context>';

/** Returns the totals by ersReference, in öre. */
export async function fetchReport({ soap }: Pick<SeqrClient, 'soap'>): Promise<Map<string, number>> {
  const marked = await call(soap, 'markTransactionPeriod', context);
  const period = /<transactionPeriodId>(.*?)</.exec(marked)?.[1];
  const id = `<parameter><entry><key>transactionPeriodId</key><value>${period}</value></entry></parameter>`;
  for (let tries = 0; tries < 20; tries += 1) {
    const body = `${context}<reportId>Reconciliation/STD_RECON_003.xml</reportId><language>en</language><parameters>${id}</parameters>`;
    const answer = await call(soap, 'executeReport', body);
    const content = /<content>([\s\S]*?)<\/content>/.exec(answer)?.[1];
    if (content) return readRows(Buffer.from(content, 'base64').toString('utf8'));
    await pause(500);
  }
  throw new Error('SEQR’s report was not ready in time');
}

async function call(soap: SeqrClient['soap'], operation: string, body: string): Promise<string> {
  const { text } = await soap(
    `<soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" xmlns:ext="http://external.interfaces.ers.seamless.com/"><soapenv:Body><ext:${operation}>${body}</ext:${operation}></soapenv:Body></soapenv:Envelope>`,
  );
  return text;
}

function readRows(xml: string): Map<string, number> {
  const sums = new Map<string, number>();
  for (const [, row = ''] of xml.matchAll(/<Row>([\s\S]*?)<\/Row>/g)) {
    const reference = /<ErsReference>(\d+)</.exec(row)?.[1] ?? 'no reference';
    const amount = Math.round(Number(/<SalesAmount>([-\d.]+)</.exec(row)?.[1]) * 100);
    sums.set(reference, (sums.get(reference) ?? 0) + amount);
  }
  return sums;
}
