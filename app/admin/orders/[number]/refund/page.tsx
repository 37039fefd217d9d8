import type { Metadata } from 'next';
import Link from 'next/link';
import { RefundConfirmation } from '@/components/admin/refund-confirmation';
import { RefundForm } from '@/components/admin/refund-form';
import { textLink } from '@/components/admin/styles';
import type { AdminTexts } from '@/components/admin/texts/texts';
import { Notice } from '@/components/ui/notice';
import { parseRefund } from '@/lib/admin/refund-form';
import { newKey } from '@/lib/ids';
import { formatOrderNumber } from '@/lib/orders/get-order';
import { pageTexts, type Query, readQuery, requireSession } from '../../../request';
import { type OrderParams, orderPath, requireOrder } from '../order';

type Props = { params: Promise<OrderParams>; searchParams: Query };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { t } = await pageTexts();
  return { title: t.refund.title(formatOrderNumber(Number((await params).number) || 0)) };
}

/** First the form; once it is filled in well, the sum and the question whether to pay it back. */
export default async function RefundPage({ params, searchParams }: Props) {
  const { number } = await params;
  const session = await requireSession(`${orderPath(encodeURIComponent(number))}/refund`);
  const [{ language, t }, query, order] = await Promise.all([
    pageTexts(),
    readQuery(searchParams),
    requireOrder(session, { number }),
  ]);
  const { problem, change, ...filledIn } = query;
  const isFilledIn = filledIn.mode !== undefined && problem === undefined && change === undefined;
  const parsed = isFilledIn ? parseRefund(filledIn, order) : null;
  const wrong = parsed && !parsed.ok ? parsed.problem : problem;
  const shared = { order, filledIn, language, t };
  return (
    <>
      <Link href={orderPath(order.number)} prefetch={false} className={`text-sm ${textLink}`}>
        ← {t.refund.back(order.name)}
      </Link>
      <h1 className="mt-3 text-heading">{t.refund.title(order.name)}</h1>
      {order.refundable.length === 0 && <p className="mt-3 text-muted">{t.refund.nothing}</p>}
      <Problem name={wrong} t={t} />
      {parsed?.ok && <RefundConfirmation {...shared} draft={parsed.draft} formKey={newKey()} />}
      {!parsed?.ok && order.refundable.length > 0 && <RefundForm {...shared} />}
    </>
  );
}

function Problem({ name, t }: { name: string | undefined; t: AdminTexts }) {
  const { problems } = t.refund;
  if (name === undefined || !Object.hasOwn(problems, name)) return null;
  return (
    <div className="mt-4 max-w-2xl">
      <Notice tone="problem" live="alert">
        {problems[name as keyof typeof problems]}
      </Notice>
    </div>
  );
}
