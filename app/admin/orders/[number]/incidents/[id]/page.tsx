import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound, redirect } from 'next/navigation';
import { IncidentConfirmation } from '@/components/admin/incident-confirmation';
import { textLink } from '@/components/admin/styles';
import { Notice } from '@/components/ui/notice';
import { isAction } from '@/lib/admin/end-incident';
import { getIncident } from '@/lib/admin/view-incident';
import { isKeyOf } from '@/lib/keys-of';
import { formatOrderNumber } from '@/lib/orders/get-order';
import { pageTexts, type Query, readQuery, requireSession } from '../../../../request';
import { type OrderParams, orderPath, requireOrder } from '../../order';

type Props = { params: Promise<OrderParams & { id: string }>; searchParams: Query };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { t } = await pageTexts();
  return { title: t.order.title(formatOrderNumber(Number((await params).number) || 0)) };
}

/** The facts of an incident, the effect of the chosen action and its button. */
export default async function IncidentPage({ params, searchParams }: Props) {
  const { number, id } = await params;
  const path = `${orderPath(encodeURIComponent(number))}/incidents/${encodeURIComponent(id)}`;
  const session = await requireSession(path);
  const [{ language, t }, query, order] = await Promise.all([
    pageTexts(),
    readQuery(searchParams),
    requireOrder(session, { number }),
  ]);
  const incident = await getIncident(session, order.number, id);
  if (!incident) notFound();
  if (incident === 'ended') redirect(orderPath(order.number, 'incident-overtaken'));
  const { action, problem, note = '', ersReference = '' } = query;
  if (!isAction(action) || !incident.actions.includes(action)) redirect(orderPath(order.number));
  const { problems } = t.incidents;
  return (
    <>
      <Link href={orderPath(order.number)} prefetch={false} className={`text-sm ${textLink}`}>
        {`← ${t.refund.back(order.displayNumber)}`}
      </Link>
      {problem !== undefined && isKeyOf(problems, problem) && (
        <div className="mt-4 max-w-2xl">
          <Notice tone="problem" live="alert">
            {problems[problem]}
          </Notice>
        </div>
      )}
      <IncidentConfirmation {...{ incident, action, language, t }} filledIn={{ note, ersReference }} />
    </>
  );
}
