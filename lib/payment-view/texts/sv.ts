import type { Texts } from './texts';

export const sv: Texts = {
  wallet: 'Plånboken i mobilen',
  scan: 'Skanna och betala med SEQR',
  press: 'Betala med SEQR',
  steps: ['Öppna SEQR i mobilen', 'Skanna koden', 'Bekräfta med din pinkod'],
  apps: 'SEQR för iPhone och Android',
  line: 'Att betala på nätet är lika lätt som i butik.',
  waiting: 'Väntar på din betalning',
  scanned: 'Bekräfta nu i mobilen',
  reserved: 'Beloppet är reserverat',
  paid: 'Betalt. Tack!',
  canceled: 'Betalningen avbröts. Inget har dragits.',
  failed: 'Betalningen gick inte igenom',
  expired: 'Tiden för att betala har gått ut',
  gone: 'Betalningen kan inte längre följas här. Fråga butiken',
  offline: 'Ingen anslutning. Försöker igen',
  timeLeft: '{time} kvar att betala',
  code: 'QR-kod för SEQR-appen',
  showCode: 'Betala med en annan mobil',
  codeAsText: 'Visa koden som text',
  payHere: 'Ingen mobil till hands? Öppna den här',
};
