import type { RunKind, RunState, Verdict } from '@/lib/certification/run-view';
import type { Language } from '@/lib/i18n/languages';

const en = {
  title: 'Certification',
  intro:
    'Goes through the tests that SEQR asked of a shop before it went live, with the shop’s own functions and books that are thrown away afterwards. Your orders are not touched. It takes about a quarter of a minute against the sandbox.',
  real: 'This shop talks to a service that is no sandbox. A person has to pay two invoices with the SEQR app and cancel one, and the period that is open there will be closed.',
  start: { webshop: 'Certify the webshop', pos: 'Certify a till' } satisfies Record<RunKind, string>,
  startHint: { webshop: 'All that a webshop does.', pos: 'A new terminal, registered first and retired last.' },
  refused: {
    busy: 'Another certification is being made. One at a time.',
    failed: 'The certification could not be started. The server’s log says why.',
  },
  current: 'Under way',
  starting: 'Getting ready: a service and books for this run alone.',
  progress: (done: number, all: number) => `${done} of ${all} tests`,
  elapsed: (seconds: number) => `${seconds} s`,
  reload: 'Without JavaScript this page looks again by itself.',
  past: 'Earlier runs',
  none: 'Nothing has been certified here yet.',
  kinds: { webshop: 'Webshop', pos: 'Till' } satisfies Record<RunKind, string>,
  states: {
    passed: 'Certified',
    failed: 'Not certified',
    interrupted: 'Interrupted',
    running: 'Under way',
  } satisfies Record<RunState, string>,
  verdicts: {
    passed: 'passed',
    failed: 'failed',
    skipped: 'not run',
    running: 'under way',
    waiting: 'waiting',
  } satisfies Record<Verdict, string>,
  counts: (passed: number, failed: number, skipped: number) => `${passed} passed, ${failed} failed, ${skipped} not run`,
  sandbox: 'sandbox',
  by: (actor: string) => `by ${actor}`,
  report: 'Report',
  junit: 'JUnit XML',
  scan: 'What a person has to do now',
  titleOf: (_id: string, title: string) => title,
};

export type CertificationTexts = typeof en;

const titles: Record<string, string> = {
  '0.1': 'registerTerminal: en ny kassa får sin egen identitet',
  '0.2': 'assignSeqrId: kassan får koden på sin dekal',
  '1.1': 'en faktura för en vara',
  '1.2': 'en faktura med flera rader',
  '1.3': 'clientId, clientReference och clientRequestTimeout är satta',
  '1.4': 'belopp och moms går ihop',
  '1.5': 'SEQR och betalarens telefon hittar tillbaka till butiken',
  '2.1': 'före varje skanning är fakturan ISSUED',
  '2.2': 'varje ny version bekräftas i nästa fråga',
  '2.3': 'betalaren betalar, och butiken frågar inom 20 sekunder',
  '2.4': 'då är den PAID, och ersReference står i böckerna',
  '2.5': 'obetald i 30 sekunder får fakturan ändå svar, och är inte betald',
  '2.6': 'SEQR:s meddelande når butiken och besvaras genast',
  '2.7': 'samma meddelande tio gånger på en gång ändrar inget mer',
  '2.8': 'ett förfalskat meddelande gör inget betalt',
  '3.1': 'efter PAID lämnar butiken sitt kvitto',
  '4.1': 'en ny faktura, efterfrågad och sedan återkallad av butiken',
  '4.2': 'betalaren avbryter och kommer tillbaka genom backURL: sidan säger som det är',
  '5.1': 'en ny faktura, betald och sedan delvis återbetald',
  '5.2': 'mer än vad som är kvar betalas inte tillbaka, och SEQR tillfrågas inte',
  '5.3': 'en återbetalning som klickas två gånger görs en gång',
  '6.1': 'butiken stänger dagen och hämtar SEQR:s rapport',
  '6.2': 'SEQR:s rapport och butikens böcker stämmer överens om allt i denna körning',
  '7.1': 'unregisterTerminal: kassan tas ur bruk',
};

const sv: CertificationTexts = {
  title: 'Certifiering',
  intro:
    'Går igenom de prov som SEQR begärde av en butik innan den öppnade, med butikens egna funktioner och med böcker som kastas efteråt. Dina ordrar rörs inte. Mot sandlådan tar det ungefär en kvarts minut.',
  real: 'Butiken talar med en tjänst som inte är någon sandlåda. En person måste betala två fakturor med SEQR-appen och avbryta en, och perioden som är öppen där stängs.',
  start: { webshop: 'Certifiera webbutiken', pos: 'Certifiera en kassa' },
  startHint: { webshop: 'Allt som en webbutik gör.', pos: 'En ny terminal, registrerad först och urbruktagen sist.' },
  refused: {
    busy: 'En annan certifiering pågår. En i taget.',
    failed: 'Certifieringen kunde inte startas. Serverns logg säger varför.',
  },
  current: 'Pågår',
  starting: 'Förbereder: en tjänst och böcker enbart för denna körning.',
  progress: (done, all) => `${done} av ${all} prov`,
  elapsed: (seconds) => `${seconds} s`,
  reload: 'Utan JavaScript läser sidan om sig själv.',
  past: 'Tidigare körningar',
  none: 'Ingenting har certifierats här än.',
  kinds: { webshop: 'Webbutik', pos: 'Kassa' },
  states: {
    passed: 'Certifierad',
    failed: 'Inte certifierad',
    interrupted: 'Avbruten',
    running: 'Pågår',
  },
  verdicts: {
    passed: 'godkänt',
    failed: 'underkänt',
    skipped: 'inte gjort',
    running: 'pågår',
    waiting: 'väntar',
  },
  counts: (passed, failed, skipped) => `${passed} godkända, ${failed} underkända, ${skipped} inte gjorda`,
  sandbox: 'sandlådan',
  by: (actor) => `av ${actor}`,
  report: 'Rapport',
  junit: 'JUnit XML',
  scan: 'Vad en person ska göra nu',
  titleOf: (id, title) => titles[id] ?? title,
};

const all: Record<Language, CertificationTexts> = { en, sv };

export function certificationTexts(language: Language): CertificationTexts {
  return all[language];
}
