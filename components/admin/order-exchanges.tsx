import { XmlArea } from '@/components/ui/xml-area';
import type { KeptExchanges } from '@/lib/admin/list-exchanges';
import type { Exchange } from '@/lib/behind-the-scenes/read-exchanges';
import { formatExactTime } from '@/lib/i18n/format-date';
import type { AdminTexts } from '@/lib/i18n/get-admin-texts';
import type { Language } from '@/lib/i18n/languages';
import { panel, textLink } from './styles';

interface Props {
  found: KeptExchanges;
  language: Language;
  t: AdminTexts;
  /** Whether this server has the sandbox's console. */
  hasConsole: boolean;
}

/** The SOAP messages about the order, if the SEQR service stores them. */
export function OrderExchanges({ found, language, t, hasConsole }: Props) {
  const m = t.order.soap;
  if (found.kept && found.payments.length === 0) return null;
  return (
    <section aria-labelledby="soap" className={`${panel} print:hidden`}>
      <h2 id="soap" className="text-lg">
        {m.title}
      </h2>
      {!found.kept && <p className="mt-1 text-sm text-muted">{m[found.reason]}</p>}
      {found.kept &&
        found.payments.map(({ attempt, invoiceReference, exchanges, isCut }) => (
          <div key={invoiceReference}>
            {found.payments.length > 1 && <h3 className="mt-3 font-semibold">{t.order.attempt(attempt)}</h3>}
            {exchanges.length === 0 && <p className="mt-1 text-sm text-muted">{m.none}</p>}
            {isCut && <p className="mt-1 text-sm text-muted">{m.cut}</p>}
            <ul className="mt-1 divide-y divide-line">
              {exchanges.map((exchange) => (
                <li key={exchange.id}>
                  <OneExchange exchange={exchange} language={language} m={m} />
                </li>
              ))}
            </ul>
            {hasConsole && (
              <a href={`/sandbox/invoices/${invoiceReference}`} className={`mt-2 inline-block text-sm ${textLink}`}>
                {m.console(invoiceReference)}
              </a>
            )}
          </div>
        ))}
    </section>
  );
}

function OneExchange({ exchange, language, m }: Pick<Props, 'language'> & { exchange: Exchange; m: Texts }) {
  const { at, operation, count, note, request, response } = exchange;
  return (
    <details>
      <summary className="cursor-pointer py-2.5">
        <span className="font-semibold wrap-anywhere">{operation ?? m.noOperation}</span>
        {count > 1 && <span className="text-muted">{` ${m.times(count)}`}</span>}{' '}
        <span className={exchange.resultCode === 0 ? 'text-pine' : 'text-falu'}>{formatResult(exchange)}</span>{' '}
        <span className="text-sm whitespace-nowrap text-muted tabular-nums">{formatExactTime(at, language)}</span>
      </summary>
      {note && <p className="text-sm">{note}</p>}
      <XmlArea label={m.request} xml={request} />
      <XmlArea label={m.response} xml={response} />
    </details>
  );
}

/** `0 SUCCESS`, or the HTTP status of an answer without a code. */
function formatResult({ resultCode, resultName, httpStatus }: Exchange): string {
  return resultCode === null ? `HTTP ${httpStatus}` : `${resultCode} ${resultName ?? ''}`.trim();
}

type Texts = AdminTexts['order']['soap'];
