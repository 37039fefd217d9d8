import type { Metadata } from 'next';
import { AdminForm } from '@/components/admin/admin-form';
import { PeriodChart } from '@/components/admin/period-chart';
import { PeriodTable } from '@/components/admin/period-table';
import { button, panel } from '@/components/admin/styles';
import { RefreshSoon } from '@/components/ui/refresh-soon';
import { isVisitor } from '@/lib/admin/visitor-session';
import { listPeriods } from '@/lib/reconciliation/view-period';
import { pageTexts, requireAnySession } from '../request';
import { VisitorPeriods } from '../visitor-periods';

const SHOWN = 100;
const IN_CHART = 30;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await pageTexts()).t.periods.title };
}

/** Starts a closing and lists earlier ones. */
export default async function PeriodsPage() {
  if (isVisitor(await requireAnySession('/admin/periods'))) return <VisitorPeriods />;
  const [{ language, t }, periods] = await Promise.all([pageTexts(), listPeriods(SHOWN)]);
  const m = t.periods;
  const compared = periods.filter(({ state }) => state === 'RECONCILED').slice(0, IN_CHART);
  return (
    <>
      {periods.some(({ isInProgress }) => isInProgress) && <RefreshSoon />}
      <h1 className="text-heading">{m.title}</h1>
      <p className="prose-measure mt-1 text-muted">{m.intro}</p>
      <AdminForm action="/admin/periods/close" className="mt-4 flex flex-wrap gap-3">
        <button type="submit" name="scope" value="shop" className={button()}>
          {m.closeShop}
        </button>
        <button type="submit" name="scope" value="terminal" className={button('secondary')}>
          {m.closeTerminal}
        </button>
      </AdminForm>
      {periods.length === 0 && <p className="mt-6 text-muted">{m.none}</p>}
      {compared.length > 0 && (
        <section aria-labelledby="chart" className={`mt-6 ${panel}`}>
          <h2 id="chart" className="mb-3 text-lg">
            {m.chart}
          </h2>
          <PeriodChart periods={compared} language={language} t={t} />
        </section>
      )}
      {periods.length > 0 && <PeriodTable periods={periods} language={language} t={t} />}
    </>
  );
}
