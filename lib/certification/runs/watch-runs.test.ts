import { hostname } from 'node:os';
import { expect, it } from 'vitest';
import { signedIn } from '../../testing/admin-session';
import { configure } from '../../testing/configure';
import { getRuns } from './watch-runs';

it('says on which machine the runs are, if the shop may have several', () => {
  configure({ DATABASE_URL: 'postgresql://shop@127.0.0.1/shop', SESSION_SECRET: 'the secret of this test file only' });
  expect(getRuns(signedIn()).machine).toBe(hostname());
  configure({ DATABASE_URL: 'file:./.data/shop.db' });
  expect(getRuns(signedIn()).machine).toBeNull();
});
