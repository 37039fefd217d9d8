import { z } from 'zod';
import { callSandbox } from '../call-sandbox';
import { type ExchangeQuery, readExchanges, SANDBOX_TIMEOUT_MS } from './read-exchanges';
import { payerEvents, type Scene } from './scene';

const attempt = z.object({ at: z.coerce.date(), httpStatus: z.number().nullable(), milliseconds: z.number() });
const invoice = z.object({
  events: z.array(z.object({ at: z.coerce.date(), kind: z.string() })),
  notifications: z.array(z.object({ attempts: z.array(attempt) })),
});

/**
 * What happened at SEQR about one payment attempt: the messages, the payer's steps and the notifications, from the
 * sandbox. `clientInvoiceId` finds the messages of an attempt that got no reference.
 */
export async function listSeqrScenes(
  { invoiceReference, clientInvoiceId }: { invoiceReference: string | null; clientInvoiceId: string },
  terminalId: string,
): Promise<Scene[]> {
  const wanted = invoiceReference === null ? { clientInvoiceId } : { invoiceReference };
  const [messages, others] = await Promise.all([
    listMessages({ ...wanted, terminalId }),
    invoiceReference === null ? [] : listInvoiceEvents(invoiceReference),
  ]);
  return [...messages, ...others];
}

async function listMessages(query: ExchangeQuery): Promise<Scene[]> {
  const found = await readExchanges(query);
  // The log has the time of the answer, not of the request.
  const startOf = (at: Date, milliseconds: number) => new Date(at.getTime() - Math.round(milliseconds));
  return (found?.exchanges ?? []).map((exchange) => ({
    ...{ key: `message-${exchange.id}`, at: startOf(exchange.at, exchange.milliseconds), kind: 'message', exchange },
  }));
}

async function listInvoiceEvents(reference: string): Promise<Scene[]> {
  const response = await callSandbox(`invoices/${reference}`, SANDBOX_TIMEOUT_MS);
  if (response === null || response.status === 404) return [];
  if (!response.ok) throw new Error(`the sandbox answered HTTP ${response.status}`);
  const { events, notifications } = invoice.parse(await response.json());
  const steps = events.flatMap(({ at, kind }, index): Scene[] => {
    const event = payerEvents.find((known) => known === kind);
    return event ? [{ key: `payer-${reference}-${index}`, at, kind: 'payer', event }] : [];
  });
  const posts = notifications.flatMap(({ attempts }, number) =>
    attempts.map(
      ({ at, httpStatus, milliseconds }, index): Scene => ({
        ...{ key: `notification-${reference}-${number}-${index}`, kind: 'notification', httpStatus, milliseconds },
        at: new Date(at.getTime() - milliseconds),
      }),
    ),
  );
  return [...steps, ...posts];
}
