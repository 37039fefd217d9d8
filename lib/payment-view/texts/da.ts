import type { Texts } from './texts';

export const da: Texts = {
  wallet: 'Tegnebogen på mobilen',
  scan: 'Scan og betal med SEQR',
  press: 'Betal med SEQR',
  get: 'Hent SEQR-appen',
  apps: 'SEQR fås til iPhone og Android',
  line: 'Det er lige så nemt at betale på nettet som i butikken.',
  sorry: 'SEQR findes desværre ikke til denne mobil. En anden mobil kan scanne koden.',
  waiting: 'Venter på din betaling',
  scanned: 'Bekræft nu på mobilen',
  reserved: 'Beløbet er reserveret',
  paid: 'Betalt. Tak!',
  canceled: 'Betalingen blev annulleret. Der er ikke trukket noget.',
  failed: 'Betalingen gik ikke igennem',
  expired: 'Tiden til at betale er udløbet',
  gone: 'Betalingen kan ikke længere følges her. Spørg butikken',
  offline: 'Ingen forbindelse. Prøver igen',
  timeLeft: 'Betal inden for {time}',
  code: 'QR-kode til SEQR-appen',
  showCode: 'Betal med en anden mobil',
  payHere: 'Ingen mobil ved hånden? Åbn her i stedet',
};
