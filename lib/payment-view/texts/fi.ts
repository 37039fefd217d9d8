import type { Texts } from './texts';

export const fi: Texts = {
  wallet: 'Lompakko puhelimessa',
  scan: 'Skannaa ja maksa SEQRillä',
  press: 'Maksa SEQRillä',
  get: 'Lataa SEQR-sovellus',
  apps: 'SEQR on saatavilla iPhonelle ja Androidille',
  line: 'Verkossa maksaminen on yhtä helppoa kuin kaupassa.',
  sorry: 'Valitettavasti tälle puhelimelle ei ole SEQR-sovellusta. Voit skannata koodin toisella puhelimella.',
  waiting: 'Odotetaan maksuasi',
  scanned: 'Vahvista nyt puhelimessasi',
  reserved: 'Summa on varattu',
  paid: 'Maksettu. Kiitos!',
  canceled: 'Maksu peruttiin. Mitään ei veloitettu.',
  failed: 'Maksu ei onnistunut',
  expired: 'Maksuaika on päättynyt',
  gone: 'Maksua ei voi enää seurata täällä. Ota yhteyttä kauppaan',
  offline: 'Ei yhteyttä. Yritetään uudelleen',
  timeLeft: 'Aikaa maksaa {time}',
  code: 'QR-koodi SEQR-sovellukselle',
  showCode: 'Maksa toisella puhelimella',
  payHere: 'Eikö puhelin ole käsillä? Avaa tästä',
};
