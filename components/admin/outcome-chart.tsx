import type { Overview } from '@/lib/admin/get-overview';
import type { AdminTexts } from '@/lib/i18n/get-admin-texts';
import type { FullLanguage } from '@/lib/i18n/languages';
import type { PaymentState } from '@/lib/orders/order-states';

const fills: Record<PaymentState, string> = {
  CREATED: 'fill-control',
  ISSUED: 'fill-straw',
  PENDING_ISSUER_ACKNOWLEDGE: 'fill-straw',
  RESERVED: 'fill-straw',
  PAID: 'fill-pine',
  CANCELED: 'fill-control',
  FAILED: 'fill-falu',
  EXPIRED: 'fill-control',
  UNKNOWN: 'fill-falu',
};

interface Props {
  readonly outcomes: Overview['outcomes'];
  readonly language: FullLanguage;
  readonly t: AdminTexts;
}

/** Payment outcomes, as a table with a bar per row. */
export function OutcomeChart({ outcomes, language, t }: Props) {
  const all = outcomes.reduce((sum, { count }) => sum + count, 0);
  if (all === 0) return <p className="text-muted">{t.overview.noPayments}</p>;
  const percent = new Intl.NumberFormat(language, { style: 'percent' });
  return (
    <table className="w-full text-left tabular-nums">
      <thead className="sr-only">
        <tr>
          <th>{t.overview.outcome}</th>
          <th>{t.overview.payments}</th>
          <th>{t.overview.share}</th>
        </tr>
      </thead>
      <tbody>
        {outcomes.map(({ state, count }) => {
          const share = count / all;
          return (
            <tr key={state}>
              <th scope="row" className="py-1.5 pr-3 font-normal">
                <span>{t.states.payment[state]}</span>
                <svg viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true" className="mt-1 h-2 w-full">
                  <rect width="100" height="4" className="fill-sunken" />
                  <rect width={share * 100} height="4" className={fills[state]} />
                </svg>
              </th>
              <td className="py-1.5 pr-3 text-right align-top">{count}</td>
              <td className="w-14 py-1.5 text-right align-top text-muted">{percent.format(share)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
