import type { ReactNode } from 'react';
import { CopyButton } from './copy-button';
import { Card } from './shell';

/** The addresses to configure in a shop. */
export function Addresses({
  origin,
  qrBase,
  terminal,
  reseller,
}: {
  origin: string;
  qrBase: string;
  terminal: { id: string; password: string };
  reseller: { id: string; userId: string; password: string };
}) {
  const wsdl = `${origin}/soap/merchant/cashregister-2?wsdl`;
  return (
    <Card title="Point a shop here" more={<CopyButton text={wsdl}>Copy WSDL</CopyButton>}>
      <dl className="grid gap-x-8 gap-y-3 px-5 pt-1 pb-5 sm:grid-cols-2">
        <Fact name="WSDL">
          <a href={wsdl} className="text-act underline-offset-4 hover:underline">
            {wsdl}
          </a>
        </Fact>
        <Fact name="WSDL for older plug-ins">{`${origin}/extclientproxy/service/v2?wsdl`}</Fact>
        <Fact name="WSDL, version 1">{`${origin}/extclientproxy/service?wsdl`}</Fact>
        <Fact name="Terminal (TERMINALID)">{`${terminal.id} / ${terminal.password}`}</Fact>
        <Fact name="Reseller (RESELLERUSER)">{`${reseller.id}, userId ${reseller.userId} / ${reseller.password}`}</Fact>
        <Fact name="QR codes contain">{`${qrBase}/R…`}</Fact>
        <Fact name="Payment view">{`${origin}/seqr-webshop-plugin/js/seqrShop.js`}</Fact>
      </dl>
    </Card>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <dt className="text-soft text-sm">{name}</dt>
      <dd className="break-all font-mono text-sm">{children}</dd>
    </div>
  );
}
