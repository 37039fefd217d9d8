import { redirect } from 'next/navigation';
import { invoicePath, parseInvoiceCode } from '@/components/sandbox/invoice-code';
import { WalletHome } from '@/components/sandbox/wallet-home';
import { only, type Query, requestLanguage, requireSandbox } from '../request';
import { getWallet, PIN } from './wallet';

export default async function WalletPage({ searchParams }: { searchParams: Query }) {
  requireSandbox();
  const query = await searchParams;
  const code = only(query.code);
  const reference = code === undefined ? null : parseInvoiceCode(code);
  if (reference) redirect(invoicePath(reference));
  const language = await requestLanguage(only(query.lang));
  const wallet = await getWallet();
  if (!wallet) throw new Error('sandbox: the default payer is missing; run npm run seed');
  return (
    <div lang={language} className="contents">
      <WalletHome wallet={wallet} language={language} pin={PIN} wrongCode={code?.slice(0, 200)} />
    </div>
  );
}
