import type { SeqrTexts } from '../../en/admin/seqr';

export const seqr: SeqrTexts = {
  title: 'SEQR',
  settings: 'Inställningar',
  settingsHint: 'Anges som miljövariabler (.env). Lösenord visas aldrig.',
  service: 'Tjänst',
  sandbox: 'denna servers sandlåda',
  terminal: 'Terminal',
  reseller: 'Återförsäljare',
  clientId: 'Klient-id',
  timeout: 'Tidsgräns för svar',
  seconds: (n) => `${n} s`,
  notificationUrl: 'Aviseringsadress',
  publicUrl: 'PUBLIC_URL',
  notSet: 'inte angiven: adressen i begäran används',
  test: 'Anslutningstest',
  testHint: 'Hämtar kontraktet, testar båda inloggningarna och anropar aviseringsadressen. Ändrar ingenting.',
  testStart: 'Testa anslutningen',
  testAgain: 'Testa anslutningen igen',
  checks: {
    wsdl: {
      good: 'Kontraktet (WSDL) går att hämta.',
      bad: 'Kontraktet (WSDL) går inte att hämta.',
      unsure: 'Det gick inte att kontrollera om kontraktet (WSDL) går att hämta.',
    },
    service: {
      good: 'Tjänsten svarar.',
      bad: 'Tjänsten svarar inte. Kontrollera SEQR_WSDL_URL.',
      unsure: 'Det gick inte att kontrollera om tjänsten svarar.',
    },
    terminal: {
      good: 'Terminalens inloggning godtas.',
      bad: 'Terminalen avvisas. Kontrollera SEQR_TERMINAL_ID och SEQR_TERMINAL_PASSWORD.',
      unsure: 'Det gick inte att kontrollera om terminalen godtas.',
    },
    reseller: {
      good: 'Återförsäljarens inloggning godtas.',
      bad: 'Återförsäljaren avvisas. Kontrollera SEQR_RESELLER_ID och SEQR_RESELLER_PASSWORD.',
      unsure: 'Det gick inte att kontrollera om återförsäljaren godtas.',
    },
    notification: {
      good: 'Aviseringsadressen svarar när den anropas härifrån.',
      bad: 'Aviseringsadressen svarar inte ens härifrån. Kontrollera PUBLIC_URL.',
      unsure: 'Det gick inte att kontrollera om aviseringsadressen svarar.',
    },
    outside: {
      good: 'SEQR:s aviseringar kommer fram.',
      bad: 'SEQR:s aviseringar kommer inte fram. Kontrollera att PUBLIC_URL kan nås från internet.',
      unsure: 'Ingen avisering har kommit sedan butiken startade, så det är okänt om SEQR når adressen.',
    },
  },
  register: 'Registrera en kassa',
  registerHint:
    'Använd detta bara för en kassaapparat, inte för den här webbutiken: varje ny faktura från en kassa avbryter kassans öppna faktura. Webbutikens terminal (SEQR_TERMINAL_ID) utfärdas av SEQR. Begäran skickas med återförsäljarens inloggning. SEQR tilldelar kassans id, och du väljer lösenordet.',
  registered: 'Kassan är registrerad. Dess terminal-id:',
  registeredHint: 'Ange detta id och lösenordet i kassaapparaten. Låt webbutikens egna inställningar vara som de är.',
  fields: { externalId: 'Ditt id för kassan', name: 'Namn', password: 'Kassans lösenord, minst 4 tecken' },
};
