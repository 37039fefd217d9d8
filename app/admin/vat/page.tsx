import type { Metadata } from 'next';
import Form from 'next/form';
import Link from 'next/link';
import { button, field, panel, textLink } from '@/components/admin/styles';
import { VatTable } from '@/components/admin/vat-table';
import { Notice } from '@/components/ui/notice';
import { getVatReport, parseReportPeriod } from '@/lib/admin/get-vat-report';
import { now } from '@/lib/clock';
import { addDays, swedishDay } from '@/lib/swedish-day';
import { pageTexts, type Query, readQuery, requireSession } from '../request';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await pageTexts()).t.vat.title };
}

/** VAT by rate in a period, refunds included. */
export default async function VatPage({ searchParams }: { searchParams: Query }) {
  const session = await requireSession('/admin/vat');
  const [{ language, t }, query] = await Promise.all([pageTexts(), readQuery(searchParams)]);
  const m = t.vat;
  const today = swedishDay(now());
  const thisMonth = { from: `${today.slice(0, 7)}-01`, to: today };
  const asked = parseReportPeriod(query, today);
  const period = asked ?? thisMonth;
  const reports = await getVatReport(session, period);
  const lastDay = addDays(thisMonth.from, -1);
  const lastMonth = { from: `${lastDay.slice(0, 7)}-01`, to: lastDay };
  const address = (one: typeof period, path = '/admin/vat') => `${path}?${new URLSearchParams(one)}`;
  return (
    <>
      <div className="flex flex-wrap items-baseline gap-x-6">
        <h1 className="text-heading">{m.title}</h1>
        <a href={address(period, '/admin/vat/export')} download className={`ml-auto text-sm print:hidden ${textLink}`}>
          {m.export}
        </a>
      </div>
      <p className="prose-measure mt-1 text-muted">{m.intro}</p>
      <Form key={address(period)} action="/admin/vat" className="mt-4 flex flex-wrap items-end gap-3 print:hidden">
        <label className="text-sm">
          {m.from}
          <input type="date" name="from" defaultValue={period.from} required className={`${field} mt-1`} />
        </label>
        <label className="text-sm">
          {m.to}
          <input type="date" name="to" defaultValue={period.to} required className={`${field} mt-1`} />
        </label>
        <button type="submit" className={button('secondary')}>
          {m.apply}
        </button>
        <nav aria-label={m.months} className="flex gap-4 py-2 text-sm">
          <Link href={address(thisMonth)} prefetch={false} className={textLink}>
            {m.thisMonth}
          </Link>
          <Link href={address(lastMonth)} prefetch={false} className={textLink}>
            {m.lastMonth}
          </Link>
        </nav>
      </Form>
      {!asked && (
        <div className="mt-4">
          <Notice tone="problem" live="alert">
            {m.invalid}
          </Notice>
        </div>
      )}
      {reports.length === 0 && <p className={`mt-5 ${panel}`}>{m.none}</p>}
      {reports.map((report) => (
        <VatTable key={report.currency} report={report} period={period} language={language} t={t} />
      ))}
    </>
  );
}
