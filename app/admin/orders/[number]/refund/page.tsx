import type { Metadata } from 'next';
import Link from 'next/link';
import { RefundConfirmation } from '@/components/admin/refund-confirmation';
import { RefundForm } from '@/components/admin/refund-form';
import { textLink } from '@/components/admin/styles';
import { Notice } from '@/components/ui/notice';
import { parseRefund } from '@/lib/admin/refund-form';
import type { AdminTexts } from '@/lib/i18n/get-admin-texts';
import { isKeyOf } from '@/lib/keys-of';
import { formatOrderNumber } from '@/lib/orders/get-order';
import { pageTexts, type Query, readQuery, requireAnySession } from '../../../request';
import { type OrderParams, orderPath, requireOrder } from '../order';

type Props = { params: Promise<OrderParams>; searchParams: Query };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { t } = await pageTexts();
  return { title: t.refund.title(formatOrderNumber(Number((await params).number) || 0)) };
}

/** Shows the form, or the confirmation once the form is valid. */
export default async function RefundPage({ params, searchParams }: Props) {
  const { number } = await params;
  const session = await requireAnySession(`${orderPath(encodeURIComponent(number))}/refund`);
  const [{ language, t }, query, order] = await Promise.all([
    pageTexts(),
    readQuery(searchParams),
    requireOrder(session, { number }),
  ]);
  const { problem, change, note: _note, key: _key, ...filledIn } = query;
  const isFilledIn = filledIn.mode !== undefined && problem === undefined && change === undefined;
  const parsed = isFilledIn ? parseRefund(filledIn, order) : null;
  const wrong = parsed && !parsed.ok ? parsed.problem : problem;
  const shared = { order, filledIn, language, t };
  return (
    <>
      <Link href={orderPath(order.number)} prefetch={false} className={`text-sm ${textLink}`}>
        {`← ${t.refund.back(order.displayNumber)}`}
      </Link>
      <h1 className="mt-3 text-heading">{t.refund.title(order.displayNumber)}</h1>
      {order.refundable.length === 0 && <p className="mt-3 text-muted">{t.refund.nothing}</p>}
      <Problem name={wrong} t={t} />
      {parsed?.ok && <RefundConfirmation {...shared} draft={parsed.draft} />}
      {!parsed?.ok && order.refundable.length > 0 && <RefundForm {...shared} />}
    </>
  );
}

function Problem({ name, t }: { name: string | undefined; t: AdminTexts }) {
  const { problems } = t.refund;
  if (name === undefined || !isKeyOf(problems, name)) return null;
  return (
    <div className="mt-4 max-w-2xl">
      <Notice tone="problem" live="alert">
        {problems[name]}
      </Notice>
    </div>
  );
}
