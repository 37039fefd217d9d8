import type { Language } from '../../i18n/languages';
import { en, type ReconciliationTexts } from './en';
import { sv } from './sv';

const all: Record<Language, ReconciliationTexts> = { en, sv };

export function reconciliationTexts(language: Language): ReconciliationTexts {
  return all[language];
}

/** A period's stored `failure` as sentences. */
export function tellFailure(failure: string, t: ReconciliationTexts): string {
  const [code = '', detail] = failure.split(':');
  if (Object.hasOwn(t.reportProblems, code)) {
    const problem = t.reportProblems[code as keyof typeof t.reportProblems];
    return [problem, ...(detail === undefined ? [] : [t.inRow(detail)]), t.refusedAll].join(' ');
  }
  if (code === 'crashed') return t.crashed;
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
