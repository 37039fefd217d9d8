import { setImmediate as serveOthers } from 'node:timers/promises';
import { monotonicMs } from '../../clock';
import { maxLengths } from '../../input-limits';
import type { Sandbox } from '../core/context';
import type { Prisma } from '../database/generated/client';
import { PAGE, type Page, rowId } from './invoices';

export interface MessageLine {
  id: number;
  at: Date;
  operation: string | null;
  terminalId: string | null;
  invoiceReference: string | null;
  httpStatus: number;
  resultCode: number | null;
  note: string | null;
  milliseconds: number;
}

export interface Message extends MessageLine {
  request: string;
  response: string;
}

export type MessageQuery = {
  /** A text anywhere in the request or response, ignoring the case of the letters a to z. */
  text?: string | undefined;
  operation?: string | undefined;
  invoiceReference?: string | undefined;
  terminalId?: string | undefined;
  before?: string | undefined;
};

const BLOCK = 200;
const MAX_SEARCH_MS = 2_000;

const line = {
  id: true,
  at: true,
  operation: true,
  terminalId: true,
  invoiceReference: true,
  httpStatus: true,
  resultCode: true,
  note: true,
  milliseconds: true,
} satisfies Prisma.MessageSelect;

/** Lists SOAP messages, newest first, page by page. A text search stops after two seconds; `before` continues it. */
export async function listMessages(sandbox: Sandbox, query: MessageQuery): Promise<Page<MessageLine>> {
  await sandbox.messages.flush();
  const before = rowId(query.before) ?? Number.MAX_SAFE_INTEGER;
  const text = query.text?.trim().slice(0, maxLengths.consoleSearch);
  if (text) return searchTexts(sandbox, text, query, before);
  const found = await sandbox.db.read.message.findMany({
    where: { ...filters(query), id: { lt: before } },
    select: line,
    orderBy: { id: 'desc' },
    take: PAGE + 1,
  });
  const lines = found.slice(0, PAGE);
  return { lines, before: found.length > PAGE ? String(lines.at(-1)?.id) : null };
}

/** Returns null if the message was pruned or never existed. */
export async function getMessage(sandbox: Sandbox, id: number): Promise<Message | null> {
  await sandbox.messages.flush();
  return sandbox.db.read.message.findUnique({ where: { id }, select: { ...line, request: true, response: true } });
}

function filters({ operation, invoiceReference, terminalId }: MessageQuery): Prisma.MessageWhereInput {
  return {
    ...(operation && { operation }),
    ...(invoiceReference && { invoiceReference }),
    ...(terminalId && { terminalId }),
  };
}

/**
 * Searches the log in blocks and serves other requests in between, because SQLite blocks the process during a query.
 * `instr` compares bytes; `LIKE` took 50 times as long for texts that nearly match everywhere.
 */
async function searchTexts(
  sandbox: Sandbox,
  text: string,
  query: MessageQuery,
  before: number,
): Promise<Page<MessageLine>> {
  const { read } = sandbox.db;
  const newest = await read.message.findFirst({
    where: { id: { lt: before } },
    orderBy: { id: 'desc' },
    select: { id: true },
  });
  const oldest = await read.message.findFirst({ orderBy: { id: 'asc' }, select: { id: true } });
  if (!newest || !oldest) return { lines: [], before: null };
  const started = monotonicMs();
  const ids: number[] = [];
  let end = newest.id + 1;
  while (end > oldest.id && ids.length < PAGE && monotonicMs() - started < MAX_SEARCH_MS) {
    const start = end - BLOCK;
    const rows = await read.$queryRaw<{ id: bigint | number }[]>`
      SELECT "id" FROM "Message" WHERE "id" >= ${start} AND "id" < ${end}
        AND (instr(lower("request"), lower(${text})) > 0 OR instr(lower("response"), lower(${text})) > 0)
        AND (${query.operation ?? ''} = '' OR "operation" = ${query.operation ?? ''})
        AND (${query.invoiceReference ?? ''} = '' OR "invoiceReference" = ${query.invoiceReference ?? ''})
        AND (${query.terminalId ?? ''} = '' OR "terminalId" = ${query.terminalId ?? ''})
      ORDER BY "id" DESC LIMIT ${PAGE - ids.length}`;
    ids.push(...rows.map(({ id }) => Number(id)));
    await serveOthers();
    end = ids.length >= PAGE ? (ids.at(-1) ?? start) : start;
  }
  const lines = await read.message.findMany({ where: { id: { in: ids } }, select: line, orderBy: { id: 'desc' } });
  return { lines, before: end > oldest.id ? String(end) : null };
}
