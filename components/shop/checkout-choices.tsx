import type { ReactNode } from 'react';
import type { ShopTexts } from '@/lib/i18n/get-shop-texts';
import type { Language } from '@/lib/i18n/languages';
import { formatMoney, type Money } from '@/lib/money';
import type { Delivery } from '@/lib/orders/delivery';
import { CheckoutStep } from './checkout-step';
import { SeqrMark } from './seqr-mark';

interface Props {
  options: readonly { id: Delivery; price: Money }[];
  values: Record<string, string>;
  language: Language;
  messages: ShopTexts;
}

/** Delivery and payment method. Standard delivery and SEQR are preselected. */
export function CheckoutChoices({ options, values, language, messages: { checkout: m } }: Props) {
  return (
    <>
      <CheckoutStep number={3} title={m.delivery}>
        {options.map(({ id, price }) => (
          <Choice
            key={id}
            name="delivery"
            value={id}
            isDefault={(values.delivery ?? 'standard') === id}
            title={m.deliveries[id].name}
            hint={m.deliveries[id].hint}
            aside={<span className="shrink-0 font-medium tabular-nums">{formatMoney(price, language)}</span>}
          />
        ))}
      </CheckoutStep>
      <CheckoutStep number={4} title={m.payment}>
        {(['seqr', 'invoice'] as const).map((method) => (
          <Choice
            key={method}
            name="paymentMethod"
            value={method}
            isDefault={(values.paymentMethod ?? 'seqr') === method}
            title={m.payments[method].name}
            hint={m.payments[method].hint}
            aside={method === 'seqr' ? <SeqrMark /> : null}
          />
        ))}
      </CheckoutStep>
    </>
  );
}

interface ChoiceProps {
  name: string;
  value: string;
  isDefault: boolean;
  title: string;
  hint: string;
  aside: ReactNode;
}

function Choice({ name, value, isDefault, title, hint, aside }: ChoiceProps) {
  return (
    <label className="choice">
      <input
        type="radio"
        name={name}
        value={value}
        id={`${name}-${value}`}
        defaultChecked={isDefault}
        className="mt-1 size-5 shrink-0"
      />
      <span className="grow">
        <span className="block font-display text-lg leading-tight font-semibold">{title}</span>
        <span className="mt-1 block text-muted">{hint}</span>
      </span>
      {aside}
    </label>
  );
}
