import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import type { Scene } from '@/lib/behind-the-scenes/scene';
import { getBehindTheScenesTexts } from '@/lib/i18n/get-behind-the-scenes-texts';
import { fullLanguages } from '@/lib/i18n/languages';
import { SceneList } from './scene-list';

const at = new Date('2026-11-23T13:05:09.007Z');
const exchange = {
  ...{ id: 7, at, operation: 'sendInvoice', httpStatus: 200, resultCode: 0, resultName: 'SUCCESS', note: null },
  ...{ milliseconds: 11.6, request: '<a><b>1</b></a>', response: '', count: 3 },
};
const scenes: Scene[] = [
  { key: 'message-7', at, kind: 'message', exchange },
  { key: 'n', at, kind: 'notification', httpStatus: null, milliseconds: 2 },
  {
    ...{ key: 'payment-1', at, kind: 'payment', attempt: 2, from: 'ISSUED', to: 'CANCELED' },
    ...{ source: 'watcher', detail: 'reversed' },
    rows: [
      { change: 'UPDATE', table: 'Payment' },
      { change: 'INSERT', table: 'PaymentEvent', id: 17 },
    ],
  },
];

const render = (sourceUrl: string | undefined, language: 'en' | 'sv' = 'en') =>
  renderToStaticMarkup(
    <SceneList scenes={scenes} sourceUrl={sourceUrl} language={language} m={getBehindTheScenesTexts(language)} />,
  );

describe('SceneList', () => {
  it.each(fullLanguages)('shows times, states, rows and formatted messages in %s', (language) => {
    const html = render(undefined, language);
    const m = getBehindTheScenesTexts(language);
    expect(html).toContain('14:05:09.007');
    expect(html).toContain('sendInvoice · 0 SUCCESS × 3');
    expect(html).toContain('&lt;a&gt;\n  &lt;b&gt;1&lt;/b&gt;\n&lt;/a&gt;');
    expect(html).toContain(m.noResponse);
    expect(html).toContain(m.notificationFailed);
    expect(html).toContain(m.payment(2, 'ISSUED', 'CANCELED'));
    expect(html).toContain('UPDATE Payment, INSERT PaymentEvent 17');
  });

  it('links documents and code if they are published, and names their paths otherwise', () => {
    const path = 'lib/payments/issue-invoice.ts';
    expect(render('https://git.example.com/shop/blob/main')).toContain(
      `href="https://git.example.com/shop/blob/main/${path}"`,
    );
    expect(render(undefined)).toContain(`Code: ${path}`);
    expect(render(undefined)).not.toContain('href=');
  });
});
