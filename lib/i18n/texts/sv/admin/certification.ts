import type { CertificationTexts } from '../../en/admin/certification';

const titles: Record<string, string> = {
  '0.1': 'registerTerminal: en ny kassa får sin egen identitet',
  '0.2': 'assignSeqrId: kassan får koden på sin dekal',
  '1.1': 'en faktura för en vara',
  '1.2': 'en faktura med flera rader',
  '1.3': 'clientId, clientReference och clientRequestTimeout är satta',
  '1.4': 'beloppen och momsen stämmer',
  '1.5': 'SEQR och betalarens telefon kan nå butiken',
  '2.1': 'före varje skanning är fakturan ISSUED',
  '2.2': 'varje ny version bekräftas i nästa anrop',
  '2.3': 'betalaren betalar, och butiken frågar inom 20 sekunder',
  '2.4': 'fakturan är PAID, och butiken sparar dess ersReference',
  '2.5': 'en faktura som är obetald i 30 sekunder finns kvar och är inte betald',
  '2.6': 'SEQR:s avisering når butiken och besvaras',
  '2.7': 'tio samtidiga kopior av en avisering ändrar ingenting',
  '2.8': 'en förfalskad avisering gör ingen order betald',
  '3.1': 'efter PAID lämnar butiken sitt kvitto',
  '4.1': 'en ny faktura kontrolleras och makuleras sedan av butiken',
  '4.2': 'betalaren avbryter och kommer tillbaka via backURL: sidan visar rätt status',
  '5.1': 'en ny faktura betalas och återbetalas sedan delvis',
  '5.2': 'en återbetalning över det som är kvar nekas innan SEQR anropas',
  '5.3': 'en återbetalning som klickas två gånger görs en gång',
  '6.1': 'butiken stänger dagen och hämtar SEQR:s rapport',
  '6.2': 'SEQR:s rapport och butikens bokföring stämmer överens om allt i körningen',
  '7.1': 'unregisterTerminal: kassan avregistreras',
};

export const certification: CertificationTexts = {
  title: 'Certifiering',
  intro:
    'Certifieringen kör de tester som SEQR krävde före driftstart. Den använder butikens egna funktioner och en tillfällig databas, så dina ordrar påverkas inte. Mot sandlådan tar den ungefär 15 sekunder.',
  real: 'Butiken är ansluten till en riktig SEQR-tjänst. Du måste betala två fakturor med SEQR-appen och avbryta en, och den öppna perioden stängs.',
  machine: (name) =>
    `En körning och dess rapporter stannar på den maskin som startade den. Den här sidan visar dem på ${name}; butikens andra maskiner visar sina egna. Kör på en maskin i taget.`,
  start: { webshop: 'Certifiera webbutiken', pos: 'Certifiera en kassa' },
  startHint: {
    webshop: 'Allt som en webbutik gör.',
    pos: 'Registrerar en ny terminal, testar den och avregistrerar den sedan.',
  },
  refused: {
    busy: 'En annan certifiering pågår. Vänta tills den är klar.',
    failed: 'Certifieringen kunde inte startas. Se serverns logg för orsaken.',
  },
  current: 'Pågår',
  starting: 'Förbereder en tjänst och en databas för körningen.',
  progress: (done, all) => `${done} av ${all} tester`,
  elapsed: (seconds) => `${seconds} s`,
  reload: 'Utan JavaScript laddas sidan om av sig själv.',
  past: 'Tidigare körningar',
  none: 'Ingen certifiering har körts än.',
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
    skipped: 'inte kört',
    running: 'pågår',
    waiting: 'väntar',
  },
  counts: (passed, failed, skipped) => `${passed} godkända, ${failed} underkända, ${skipped} inte körda`,
  sandbox: 'sandlådan',
  by: (actor) => `av ${actor}`,
  report: 'Rapport',
  junit: 'JUnit XML',
  scan: 'Du behöver göra något',
  titleOf: (id, title) =>
    titles[id] ??
    title.replace(/^the invoice has the required field (\w+)$/, 'fakturan har det obligatoriska fältet $1'),
};
