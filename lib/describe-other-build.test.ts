import { expect, it } from 'vitest';
import { readConfig } from './config';
import { describeOtherBuild } from './describe-other-build';

const elsewhere = { SEQR_WSDL_URL: 'https://seqr.example/soap?wsdl' };
const here = { SEQR_WSDL_URL: 'http://127.0.0.1:7070/soap?wsdl' };

it.each([
  [true, {}],
  [true, here],
  [true, { ...elsewhere, SEQR_SANDBOX: 'force' }],
  [false, elsewhere],
  [false, here],
])('a build (with the sandbox: %s) fits %j', (builtWithSandbox, env) =>
  expect(describeOtherBuild(builtWithSandbox, readConfig(env))).toBeNull(),
);

it.each([
  [true, elsewhere, /say that no real money is moved: SEQR_WSDL_URL was set .* Run: npm run build$/],
  [false, {}, /do not say that no real money is moved: the sandbox was off .* Run: npm run build$/],
  [false, { ...elsewhere, SEQR_SANDBOX: 'force' }, /do not say/],
])('a build (with the sandbox: %s) does not fit %j', (builtWithSandbox, env, sentence) =>
  expect(describeOtherBuild(builtWithSandbox, readConfig(env))).toMatch(sentence),
);
