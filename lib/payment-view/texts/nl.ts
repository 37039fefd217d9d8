import type { Texts } from './texts';

export const nl: Texts = {
  wallet: 'De mobiele portemonnee',
  scan: 'Scan en betaal met SEQR',
  press: 'Betalen met SEQR',
  get: 'Download de SEQR-app',
  apps: 'SEQR is er voor iPhone en Android',
  line: 'Online betalen gaat net zo makkelijk als in de winkel.',
  sorry: 'Helaas is er geen SEQR-app voor deze telefoon. Met een andere telefoon kun je de code scannen.',
  waiting: 'Wachten op je betaling',
  scanned: 'Bevestig nu op je telefoon',
  reserved: 'Het bedrag is gereserveerd',
  paid: 'Betaald. Bedankt!',
  canceled: 'De betaling is geannuleerd. Er is niets afgeschreven.',
  failed: 'De betaling is niet gelukt',
  expired: 'De tijd om te betalen is verstreken',
  gone: 'Deze betaling is hier niet meer te volgen. Vraag het aan de winkel',
  offline: 'Geen verbinding. We blijven het proberen',
  timeLeft: 'Nog {time} om te betalen',
  code: 'QR-code voor de SEQR-app',
  showCode: 'Betalen met een andere telefoon',
  payHere: 'Geen telefoon bij de hand? Open de betaling hier',
};
