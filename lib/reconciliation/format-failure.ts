import type { AdminTexts } from '../i18n/get-admin-texts';
import { isKeyOf } from '../keys-of';
import { WRONG_ID } from './period-states';

/** A period's stored `failure` as sentences. */
export function formatFailure(failure: string, t: AdminTexts['reconciliation']): string {
  const [code = '', detail] = failure.split(':');
  if (isKeyOf(t.reportProblems, code)) {
    const problem = t.reportProblems[code];
    return [problem, ...(detail === undefined ? [] : [t.inRow(detail)]), t.refusedAll].join(' ');
  }
  if (code === 'crashed') return t.crashed;
  if (code === WRONG_ID) return t.wrongId;
  switch (detail) {
    case 'timeout':
    case 'lost':
    case 'content':
      return t.noAnswer;
    case 'unreachable':
      return t.unreachable;
    case 'REPORT_NOT_READY':
      return t.notReady;
    case 'http':
    case 'SYSTEM_ERROR':
    case 'SYSTEM_BUSY':
    case 'SERVICE_UNAVAILABLE':
      return t.busy;
    case 'AUTHENTICATION_FAILED':
    case 'INITIATOR_PRINCIPAL_NOT_FOUND':
    case 'INVALID_INITIATOR_PRINCIPAL_ID':
    case 'INVALID_INITIATOR_PRINCIPAL_STATE':
      return t.credentials;
    default:
      return t.otherRefusal(detail ?? code);
  }
}
