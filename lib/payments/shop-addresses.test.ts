import { expect, it } from 'vitest';
import { configure } from '../testing/configure';
import { shopAddresses } from './shop-addresses';

const SEQR = 'https://seqr.example/soap?wsdl';
const SHOP = 'https://shop.example';
const own = 'http://localhost:3000';

it.each([
  ['a local sandbox', {}, '192.168.1.7:3000', own, 'http://192.168.1.7:3000'],
  ['an unknown host', { SEQR_WSDL_URL: SEQR }, 'evil.example', own, own],
  ['a remote SEQR', { SEQR_WSDL_URL: SEQR }, 'shop.local', 'http://shop.local', 'http://shop.local'],
  ['PUBLIC_URL', { PUBLIC_URL: SHOP }, 'evil.example', SHOP, SHOP],
  ['PUBLIC_URL behind a proxy that forwards no host', { PUBLIC_URL: SHOP }, '127.0.0.1:3000', SHOP, SHOP],
])('returns the addresses for SEQR and the buyer; case: %s', (_what, variables, host, forSeqr, forBuyer) => {
  configure({ PUBLIC_URL: '', SEQR_WSDL_URL: '', PORT: '', ...variables });
  const headers = { host, 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https' };
  expect(shopAddresses(new Request(own, { headers }))).toEqual({ forSeqr, forBuyer });
});
