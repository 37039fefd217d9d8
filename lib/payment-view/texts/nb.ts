import type { Texts } from './texts';

export const nb: Texts = {
  wallet: 'Lommeboken på mobilen',
  scan: 'Skann og betal med SEQR',
  press: 'Betal med SEQR',
  get: 'Last ned SEQR-appen',
  apps: 'SEQR finnes for iPhone og Android',
  line: 'Å betale på nett er like enkelt som i butikken.',
  sorry: 'SEQR finnes dessverre ikke for denne mobilen. En annen mobil kan skanne koden.',
  waiting: 'Venter på betalingen din',
  scanned: 'Bekreft nå på mobilen',
  reserved: 'Beløpet er reservert',
  paid: 'Betalt. Takk!',
  canceled: 'Betalingen ble avbrutt. Ingenting er trukket.',
  failed: 'Betalingen gikk ikke gjennom',
  expired: 'Tiden for å betale er ute',
  gone: 'Betalingen kan ikke lenger følges her. Spør butikken',
  offline: 'Ingen forbindelse. Prøver igjen',
  timeLeft: 'Betal innen {time}',
  code: 'QR-kode til SEQR-appen',
  showCode: 'Betal med en annen mobil',
  payHere: 'Ingen mobil for hånden? Åpne her i stedet',
};
