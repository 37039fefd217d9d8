import { Notice } from '@/components/ui/notice';
import { RefreshSoon } from '@/components/ui/refresh-soon';
import type { OrderScenes } from '@/lib/behind-the-scenes/list-scenes';
import { config } from '@/lib/config';
import { getBehindTheScenesTexts } from '@/lib/i18n/get-behind-the-scenes-texts';
import type { Language } from '@/lib/i18n/languages';
import { SceneList } from './scene-list';

/** An order's messages and steps, for its buyer and for the merchant. `back`: the order's page. */
export function ScenesPage({ order, back, language }: { order: OrderScenes; back: string; language: Language }) {
  const m = getBehindTheScenesTexts(language);
  return (
    <>
      <a href={back} className="text-sm underline underline-offset-4">
        {`← ${m.back}`}
      </a>
      <h1 className="mt-2 text-heading">{m.heading(order.number)}</h1>
      <p className="prose-measure mt-2 mb-6 text-muted">{m.intro}</p>
      {!order.isComplete && (
        <div className="mb-6">
          <Notice tone="care">{m.incomplete}</Notice>
        </div>
      )}
      <SceneList scenes={order.scenes} sourceUrl={config().behindTheScenes.sourceUrl} language={language} m={m} />
      {order.isLive && <RefreshSoon />}
    </>
  );
}
