import { Notice } from '../ui/notice';
import type { AdminTexts, NoteName } from './texts/texts';

const good = [
  'canceled',
  'delivered',
  'change-changed',
  'resent',
  'refund-DONE',
  'transfer-paid',
  'transfer-part',
  'transfer-honoured',
  'settled',
  'saved',
  'incident-recorded',
  'incident-refunded',
  'incident-closed',
  'incident-settled',
  'asked-answered',
];

/** What came of the last action, which the address names; an unknown name says nothing. */
export function Note({ name, t }: { name: string | undefined; t: AdminTexts }) {
  if (name === undefined || !Object.hasOwn(t.notes, name)) return null;
  return (
    <div className="mt-4">
      <Notice tone={good.includes(name) ? 'good' : 'care'} live="status">
        {t.notes[name as NoteName]}
      </Notice>
    </div>
  );
}
