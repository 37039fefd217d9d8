import { ActionForm } from '@/components/ui/action-form';
import { buttonClass } from '@/components/ui/button-class';
import type { ShopTexts } from '@/lib/i18n/get-shop-texts';
import type { Language } from '@/lib/i18n/languages';

interface Props {
  language: Language;
  messages: ShopTexts;
}

/** What the demonstration is, and its tours of a minute each. */
export function DemoTours({ language, messages }: Props) {
  const m = messages.demo.tours;
  const start = { action: '/api/demo/start', fields: { language }, label: m.start };
  const begin = <ActionForm {...start} className={buttonClass('seqr')} />;
  const openOffice = (
    <a href="/admin" className={buttonClass('secondary')}>
      {m.openOffice}
    </a>
  );
  const tours = [
    { ...m.phone, action: begin },
    { ...m.screen, action: begin },
    { ...m.merchant, action: openOffice },
    { ...m.breakIt, action: begin },
  ];
  return (
    <section aria-labelledby="tours" className="mt-6 rounded-tile bg-seqr-soft p-5 sm:p-8">
      <h2 id="tours" className="text-heading">
        {m.what}
      </h2>
      <p className="mt-1 text-muted">{m.intro}</p>
      <ul className="mt-5 grid gap-4 md:grid-cols-2 xl:grid-cols-4">
        {tours.map(({ title, steps, action }) => (
          <li key={title} className="flex flex-col rounded-tile border border-line bg-surface p-5">
            <h3 className="text-lg">{title}</h3>
            <ol className="mt-2 mb-5 list-decimal space-y-1 pl-5 marker:text-muted">
              {steps.map((step) => (
                <li key={step}>{step}</li>
              ))}
            </ol>
            <div className="mt-auto">{action}</div>
          </li>
        ))}
      </ul>
    </section>
  );
}
