import { type Answer, refuse } from '../answer';
import type { Caller } from '../authenticate';
import { timeOf } from '../clock';
import type { Sandbox } from '../context';
import type { Period } from '../database/generated/client';
import { findReport, type ReportKind, titleOf, writeReport } from '../reports/write-report';
import { text } from '../soap/fields';
import { readParameters } from '../soap/parameters';
import type { XmlElement } from '../soap/parse-xml';

/**
 * A report on a marked period, some three seconds after it was marked; before that 2. Source: SEQR developer site:
 * Reporting.
 */
export async function executeReport(sandbox: Sandbox, caller: Caller, request: XmlElement): Promise<Answer> {
  const report = findReport(text(request, 'reportId') ?? '');
  if (!report) return refuse('SYSTEM_ERROR', 'there is no such report');
  const periodId = readParameters(request).get('transactionPeriodId') ?? '';
  const period = await sandbox.db.read.period.findUnique({ where: { id: periodId } });
  if (!period) return refuse('SYSTEM_ERROR', 'the parameter transactionPeriodId names no period');
  const refusal = whyNot(caller, report.kind, period);
  if (refusal) return refusal;
  if (period.readyAt > sandbox.now()) return refuse('REPORT_NOT_READY', 'the period was marked a moment ago');
  const bookings = await sandbox.db.read.booking.findMany({
    where: period.terminalId === null ? { shopPeriodId: period.id } : { terminalPeriodId: period.id },
    orderBy: [{ terminalId: 'asc' }, { at: 'asc' }, { ersReference: 'asc' }],
  });
  const service = await sandbox.db.read.service.findUniqueOrThrow({ where: { id: 1 } });
  const xml = writeReport(report.kind, period, bookings, timeOf(sandbox, service));
  return {
    result: 'SUCCESS',
    fields: [
      [
        'report',
        [
          ['title', titleOf(report, period)],
          // As SEQR sent it, though it is XML.
          ['mimeType', 'text/html'],
          ['content', Buffer.from(xml).toString('base64')],
          ['contentString', xml],
        ],
      ],
    ],
  };
}

function whyNot(caller: Caller, { scope }: ReportKind, period: Period): Answer | null {
  const resellerId = caller.type === 'TERMINALID' ? caller.terminal.resellerId : caller.reseller.id;
  if (period.resellerId !== resellerId) return refuse('ACCESS_DENIED', 'the period belongs to another reseller');
  if (scope === 'terminal' && period.terminalId === null) {
    return refuse('REPORT_NOT_READY', 'the period was marked without TERMINALID, so this report never becomes ready');
  }
  if (caller.type === 'TERMINALID' && period.terminalId !== caller.terminal.id) {
    return refuse('ACCESS_DENIED', 'the period is not of this terminal');
  }
  if (scope === 'shop' && period.terminalId !== null) {
    return refuse('SYSTEM_ERROR', 'this report needs a period of the whole shop, and this one is of a terminal');
  }
  return null;
}
