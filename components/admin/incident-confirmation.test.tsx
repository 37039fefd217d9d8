import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import type { IncidentView } from '@/lib/admin/view-incident';
import { getAdminTexts } from '@/lib/i18n/get-admin-texts';
import type { FullLanguage } from '@/lib/i18n/languages';
import { money } from '@/lib/money';
import { IncidentConfirmation } from './incident-confirmation';

const sek = (kronor: number) => money(kronor * 100, 'SEK');

/** The confirmation of *Record the payment* as text. */
function shown(amount: number | null, invoiced: number, language: FullLanguage = 'en'): string {
  const incident: IncidentView = {
    ...{ id: 'i', kind: 'no-receipt', status: null, ersReference: null, invoiceReference: '1', detail: null },
    ...{ nextCheckAt: null, canAsk: false, goodsUntil: null, actions: [], needsReference: true, refundFrom: null },
    order: { number: 1, displayNumber: 'T-1', total: sek(100) },
    amount: amount === null ? null : sek(amount),
    invoiced: sek(invoiced),
    openedAt: new Date(),
    shown: '',
  };
  const page = (
    <IncidentConfirmation
      incident={incident}
      action="record"
      filledIn={{ note: '', ersReference: '' }}
      language={language}
      t={getAdminTexts(language)}
    />
  );
  return renderToStaticMarkup(page)
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s/g, ' ');
}

describe('recording a payment whose amount SEQR did not report', () => {
  it('says that the amount of the invoice is recorded', () => {
    expect(shown(null, 100)).toContain('Records 100 kr. The order becomes paid. First check at SEQR');
    expect(shown(null, 100)).not.toMatch(/excess of|adjustment/);
  });

  it('says what happens to an excess over the order’s total', () => {
    expect(shown(null, 130)).toContain('this invoice. The excess of 30 kr stays listed until you refund it.');
    expect(shown(null, 130, 'sv')).toContain('Överskottet på 30 kr listas tills du återbetalar det.');
  });

  it('says that the order’s total is lowered to a smaller amount', () => {
    expect(shown(null, 80)).toContain('this invoice. An adjustment line lowers the order’s total by 20 kr.');
    expect(shown(null, 80, 'sv')).toContain('En justeringsrad sänker orderns summa med 20 kr.');
  });
});

it('says so without the request to check if SEQR reported the amount', () => {
  expect(shown(130, 100)).toContain('Records 130 kr. The order becomes paid; the excess of 30 kr stays listed');
  expect(shown(80, 100)).toContain('Records 80 kr as payment in full.');
});
