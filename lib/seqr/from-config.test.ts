import { expect, test } from 'vitest';
import { answerOf, startService, success } from '../testing/test-service';
import { seqr } from './from-config';

test('returns one client per process, configured by the environment', async () => {
  const service = await startService((response) => response.end(answerOf('cancelInvoice', success)));
  process.env.SEQR_WSDL_URL = `${service.address}?wsdl`;
  process.env.SEQR_CLIENT_ID = 'Pine AB';
  expect(seqr()).toBe(seqr());
  await seqr().cancelInvoice({ invoiceReference: '1' });
  expect(service.requests[0]).toMatch(/<clientId>Pine AB<.*<clientReference>seqr-webshop \d/);
  seqr().close();
  await service.close();
});
