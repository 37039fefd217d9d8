// Calls every operation of the contract with clients of third-party SOAP stacks. Each stack generates its client from
// the WSDL of each published path.
import { describe, expect, it } from 'vitest';
import { operationNames } from '../../sandbox/operations/operations';
import { publishedPaths } from '../../sandbox/operations/published-paths';
import { JAXWS, type Program, python, runOnSandbox, stacks } from './foreign-stacks';

const calls = `benchmarkingNop 0
registerTerminal 0
assignSeqrId 0
sendInvoice 0
updateInvoice 0
getPaymentStatus 0
submitPaymentReceipt 0
refundPayment 0
sendInvoice 0
getPaymentStatus 0
commitReservation 0
sendInvoice 0
cancelInvoice 0
markTransactionPeriod 0
executeReport 0
unregisterTerminal 0
confirmCustomerRegistration 91
requestPrincipalInformation 91
changePrincipalPassword 91
requestPurchase 91
requestTopup 91
requestTransfer 91
`;

const folder = 'lib/testing/clients';

const java =
  (path: string): Program =>
  (address, generated) => {
    const names = publishedPaths.get(path);
    if (!names) throw new Error(`${path} is not published`);
    return [
      ['wsimport', '-quiet', '-d', generated, '-p', 'seqr', `${address}${path}?wsdl`],
      ['javac', '-cp', `${generated}:${JAXWS}`, '-d', generated, `${folder}/AllOperations.java`],
      [
        'java',
        '-cp',
        `${generated}:${JAXWS}`,
        'AllOperations',
        address,
        path,
        names.namespace,
        names.service,
        names.port,
      ],
    ];
  };

const program =
  (...command: string[]) =>
  (path: string): Program =>
  (address) => [[...command, address, path]];

describe.each<[string, boolean, (path: string) => Program]>([
  ['node-soap', stacks.node, program(process.execPath, `${folder}/all-operations.mjs`)],
  ['PHP ext-soap', stacks.php, program('php', `${folder}/all-operations.php`)],
  ['Python zeep', stacks.zeep, program(python, `${folder}/all_operations.py`)],
  ['Java JAX-WS', stacks.jaxws, java],
])('%s', (_name, isInstalled, programFor) => {
  it.runIf(isInstalled).each([...publishedPaths.keys()])(
    'calls every operation through the WSDL of %s',
    { timeout: 240_000 },
    async (path) => expect(await runOnSandbox(programFor(path))).toBe(calls),
  );
});

it('covers every operation of the contract', () => {
  const called = new Set(calls.match(/^\w+/gm));
  expect([...called].toSorted()).toEqual([...operationNames].toSorted());
});
