import type { XmlElement } from '../../xml/parse-xml';
import { timeOf } from '../core/clock';
import type { Sandbox } from '../core/context';
import type { Period } from '../database/generated/client';
import { findReport, type ReportKind, titleOf, writeReport } from '../reports/write-report';
import { type Answer, refuse } from '../wire/answer';
import { text } from '../wire/fields';
import { readParameters } from '../wire/parameters';
import type { Caller } from './authenticate';

/**
 * Returns a report on a marked period. For about three seconds after the mark, answers 2 (REPORT_NOT_READY). Source: SEQR
 * developer site: Reporting.
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
          // SEQR sent this type, although the content is XML.
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
    return refuse('ACCESS_DENIED', 'the period does not belong to this terminal');
  }
  if (scope === 'shop' && period.terminalId !== null) {
    return refuse('SYSTEM_ERROR', 'this report needs a shop’s period, but the period belongs to a terminal');
  }
  return null;
}
