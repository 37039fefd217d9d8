import type { Metadata } from 'next';
import Link from 'next/link';
import { AttentionList } from '@/components/admin/attention-list';
import { OutcomeChart } from '@/components/admin/outcome-chart';
import { SalesChart } from '@/components/admin/sales-chart';
import { panel } from '@/components/admin/styles';
import { getOverview } from '@/lib/admin/get-overview';
import { listAttention } from '@/lib/admin/list-attention';
import { listIncidents } from '@/lib/admin/view-incident';
import { isVisitor } from '@/lib/admin/visitor-session';
import { formatMoney } from '@/lib/money';
import { pageTexts, requireAnySession } from './request';
import { VisitorOverview } from './visitor-overview';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await pageTexts()).t.nav.overview };
}

/** Items that need attention, then the shop's figures. */
export default async function OverviewPage() {
  const session = await requireAnySession('/admin');
  if (isVisitor(session)) return <VisitorOverview session={session} />;
  const [{ language, t }, overview, attention, incidents] = await Promise.all([
    pageTexts(),
    getOverview(session),
    listAttention(session),
    listIncidents(session, {}),
  ]);
  const m = t.overview;
  const today = overview.days.at(-1);
  const { openPayments, openTransfers, toDeliver } = overview;
  const figures = [
    {
      label: m.today,
      value: today ? formatMoney(today.sales, language) : '',
      hint: [
        m.orderCount(today?.orders ?? 0),
        today && today.refunded.amount > 0 && m.refundedToday(formatMoney(today.refunded, language)),
      ]
        .filter(Boolean)
        .join(', '),
      href: `/admin/orders?from=${today?.day ?? ''}`,
    },
    { label: t.toDeliver, value: String(toDeliver), hint: m.toDeliverHint, href: '/admin/orders?state=to-deliver' },
    {
      label: m.openPayments,
      value: String(openPayments.count),
      hint: openPayments.sums.map((sum) => formatMoney(sum, language)).join(' + '),
      href: '/admin/orders?state=PENDING',
    },
    {
      label: m.openTransfers,
      value: String(openTransfers.count),
      hint: openTransfers.sums.map((sum) => formatMoney(sum, language)).join(' + '),
      href: '/admin/orders?state=PENDING',
    },
  ];
  return (
    <>
      <h1 className="text-heading">{t.nav.overview}</h1>
      <AttentionList items={attention} incidents={incidents} language={language} t={t} />
      <ul className="mt-5 grid grid-cols-2 gap-3 sm:gap-5 lg:grid-cols-4">
        {figures.map(({ label, value, hint, href }) => (
          <li key={label} className={`relative hover:border-control ${panel}`}>
            <Link href={href} prefetch={false} className="text-sm text-muted after:absolute after:inset-0">
              {label}
            </Link>
            <p className="mt-1 font-display text-heading font-semibold tabular-nums">{value}</p>
            <p className="text-sm text-muted tabular-nums">{hint}</p>
          </li>
        ))}
      </ul>
      <div className="mt-5 grid items-start gap-5 lg:grid-cols-[3fr_2fr]">
        <section aria-labelledby="sales" className={panel}>
          <h2 id="sales" className="mb-3 text-lg">
            {m.salesByDay}
          </h2>
          <SalesChart days={overview.days} language={language} t={t} />
        </section>
        <section aria-labelledby="outcomes" className={panel}>
          <h2 id="outcomes" className="mb-3 text-lg">
            {m.outcomes}
          </h2>
          <OutcomeChart outcomes={overview.outcomes} language={language} t={t} />
        </section>
      </div>
    </>
  );
}
