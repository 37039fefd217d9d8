import { expect, it } from 'vitest';
import { config } from '../../lib/config';
import { configure } from '../../lib/testing/configure';
import { ownShop } from './own-shop';

const service = { SEQR_WSDL_URL: 'http://127.0.0.1:9/soap/merchant/cashregister-2?wsdl', SEQR_SANDBOX: 'off' };

it('a certification sends no mail, even if the shop sends some', () => {
  configure({ ...service, SMTP_URL: 'smtp://127.0.0.1:2525', ...ownShop('/tmp/run') });
  expect(config().smtpUrl).toBeUndefined();
});

it('a certification runs in a demonstration and beside a web process', () => {
  configure({ ...service, DEMO: 'on', SHOP_ROLE: 'web', ...ownShop('/tmp/run') });
  expect(config()).toMatchObject({ isDemo: false, role: 'all', databaseUrl: expect.stringContaining('shop.db') });
});
