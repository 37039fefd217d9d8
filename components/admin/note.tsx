import type { AdminTexts } from '@/lib/i18n/get-admin-texts';
import type { Language } from '@/lib/i18n/languages';
import { isKeyOf } from '@/lib/keys-of';
import { merchant } from '@/lib/merchant';
import { formatMoney, type Money } from '@/lib/money';
import { maxTransferred } from '@/lib/orders/bank-transfer';
import { highestPrice } from '@/lib/orders/delivery';
import { Notice } from '../ui/notice';

const goodNotes = [
  'canceled',
  'delivered',
  'delivered-mailed',
  'undelivered',
  'change-changed',
  'resent',
  'refund-DONE',
  'transfer-paid',
  'transfer-part',
  'transfer-honoured',
  'settled',
  'saved',
  'moved',
  'moved-variants',
  'new-product',
  'copied',
  'archived',
  'restored',
  'deleted',
  'variant-added',
  'new-category',
  'deleted-category',
  'picture-added',
  'picture-added-off-sale',
  'picture-saved',
  'picture-saved-off-sale',
  'demo-removed',
  'incident-recorded',
  'incident-refunded',
  'incident-closed',
  'incident-settled',
  'asked-answered',
];

interface Props {
  name: string | undefined;
  language: Language;
  t: AdminTexts;
}

/** The result of the last action, as in the address. Shows nothing for an unknown result. */
export function Note({ name, language, t }: Props) {
  if (name === undefined || !isKeyOf(t.notes, name)) return null;
  const text = t.notes[name];
  return (
    <div className="mt-4 print:hidden">
      <Notice tone={goodNotes.includes(name) ? 'good' : 'care'} live="status">
        {typeof text === 'function' ? text(formatMoney(limitOf(name), language)) : text}
      </Notice>
    </div>
  );
}

/** The limit that a note mentions. */
function limitOf(name: string): Money {
  return name === 'transfer-high' ? maxTransferred(merchant.currency) : highestPrice();
}
