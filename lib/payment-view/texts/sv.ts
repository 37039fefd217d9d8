import type { Texts } from './texts';

export const sv: Texts = {
  wallet: 'Plånboken i mobilen',
  scan: 'Skanna och betala med SEQR',
  press: 'Betala med SEQR',
  get: 'Hämta SEQR-appen',
  apps: 'SEQR finns för iPhone och Android',
  line: 'Att betala på nätet är lika lätt som i butik.',
  sorry: 'Tyvärr finns SEQR inte för den här mobilen. En annan mobil kan skanna koden.',
  waiting: 'Väntar på din betalning',
  scanned: 'Bekräfta nu i mobilen',
  reserved: 'Beloppet är reserverat',
  paid: 'Betalt. Tack!',
  canceled: 'Betalningen avbröts. Inga pengar har dragits.',
  failed: 'Betalningen gick inte igenom',
  expired: 'Tiden för att betala har gått ut',
  gone: 'Betalningen kan inte längre följas här. Fråga butiken',
  offline: 'Ingen anslutning. Försöker igen',
  timeLeft: 'Betala inom {time}',
  code: 'QR-kod för SEQR-appen',
  showCode: 'Betala med en annan mobil',
  payHere: 'Ingen mobil till hands? Öppna här i stället',
};
