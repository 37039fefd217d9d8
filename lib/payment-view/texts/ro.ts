import type { Texts } from './texts';

export const ro: Texts = {
  wallet: 'Portofelul mobil',
  scan: 'Scanează și plătește cu SEQR',
  press: 'Plătește cu SEQR',
  get: 'Descarcă aplicația SEQR',
  apps: 'SEQR este disponibil pentru iPhone și Android',
  line: 'Plata online e la fel de simplă ca în magazin.',
  sorry: 'Ne pare rău, nu există o aplicație SEQR pentru acest telefon. Codul poate fi scanat cu alt telefon.',
  waiting: 'Așteptăm plata ta',
  scanned: 'Confirmă acum pe telefon',
  reserved: 'Suma este rezervată',
  paid: 'Plătit. Mulțumim!',
  canceled: 'Plata a fost anulată. Nu s-a debitat nimic.',
  failed: 'Plata nu a reușit',
  expired: 'Timpul pentru plată a expirat',
  gone: 'Această plată nu mai poate fi urmărită aici. Contactează magazinul',
  offline: 'Fără conexiune. Încercăm din nou',
  timeLeft: 'Au mai rămas {time} pentru plată',
  code: 'Cod QR pentru aplicația SEQR',
  showCode: 'Plătește cu alt telefon',
  payHere: 'Nu ai telefonul la îndemână? Deschide aici',
};
