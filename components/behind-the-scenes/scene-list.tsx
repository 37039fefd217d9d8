import { XmlArea } from '@/components/ui/xml-area';
import type { Exchange } from '@/lib/behind-the-scenes/read-exchanges';
import type { Scene } from '@/lib/behind-the-scenes/scene';
import { type Source, sourceOf } from '@/lib/behind-the-scenes/sources';
import { formatTimeWithSeconds } from '@/lib/i18n/format-date';
import type { BehindTheScenesTexts } from '@/lib/i18n/get-behind-the-scenes-texts';
import type { Language } from '@/lib/i18n/languages';
import { describeScene, formatRows } from './describe-scene';

interface Props {
  scenes: readonly Scene[];
  /** The address of the project's files, if it is published. Otherwise paths are shown as text. */
  sourceUrl: string | undefined;
  language: Language;
  m: BehindTheScenesTexts;
}

const edges = { shop: 'border-pine', shopToSeqr: 'border-seqr', seqrToShop: 'border-straw', payer: 'border-control' };

/** An order's messages and steps, oldest first. */
export function SceneList({ scenes, sourceUrl, language, m }: Props) {
  return (
    <ol className="space-y-4">
      {scenes.map((scene) => {
        const { party, title, text } = describeScene(scene, m);
        return (
          <li key={scene.key} className={`min-w-0 border-l-4 pl-4 ${edges[party]}`}>
            <p className="text-sm text-muted tabular-nums">
              <time dateTime={scene.at.toISOString()}>{formatInstant(scene.at, language)}</time>
              {' · '}
              <span>{m.parties[party]}</span>
            </p>
            <h2 className="text-base font-semibold wrap-anywhere">{title}</h2>
            <p className="prose-measure">{text}</p>
            {'detail' in scene && scene.detail && <p className="font-mono text-xs wrap-anywhere">{scene.detail}</p>}
            {'rows' in scene && (
              <p className="mt-1 font-mono text-xs wrap-anywhere text-muted">
                {`${m.rows}: ${scene.rows.map((rows) => formatRows(rows, m)).join(', ')}`}
              </p>
            )}
            {'exchange' in scene && <Message title={title} exchange={scene.exchange} m={m} />}
            <Sources source={sourceOf(scene)} sourceUrl={sourceUrl} m={m} />
          </li>
        );
      })}
    </ol>
  );
}

/** `14:05:09.123`, Swedish time. */
function formatInstant(at: Date, language: Language): string {
  return `${formatTimeWithSeconds(at, language)}.${String(at.getUTCMilliseconds()).padStart(3, '0')}`;
}

function Message({ title, exchange, m }: { title: string; exchange: Exchange; m: BehindTheScenesTexts }) {
  return (
    <details className="mt-1">
      <summary className="w-fit cursor-pointer py-1.5 font-medium underline-offset-4 hover:underline">
        {`XML: ${title} (${m.milliseconds(Math.round(exchange.milliseconds))})`}
      </summary>
      {exchange.note && <p className="text-sm wrap-anywhere">{exchange.note}</p>}
      <XmlArea label={m.request} xml={exchange.request} />
      {exchange.response === '' ? (
        <p className="text-sm">{m.noResponse}</p>
      ) : (
        <XmlArea label={m.response} xml={exchange.response} />
      )}
    </details>
  );
}

function Sources({ source, sourceUrl, m }: Pick<Props, 'sourceUrl' | 'm'> & { source: Source }) {
  const parts = [
    [m.docs, source.docs],
    [m.code, source.code],
  ] as const;
  return (
    <ul className="mt-1 flex flex-wrap gap-x-5 text-sm">
      {parts.map(([name, path]) => (
        <li key={path} className="min-w-0 wrap-anywhere">
          {sourceUrl === undefined ? (
            <span className="text-muted">{`${name}: ${path}`}</span>
          ) : (
            <a href={`${sourceUrl}/${path}`} className="inline-block py-1 underline underline-offset-4">
              {`${name}: ${path}`}
            </a>
          )}
        </li>
      ))}
    </ul>
  );
}
