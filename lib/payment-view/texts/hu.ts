import type { Texts } from './texts';

export const hu: Texts = {
  wallet: 'A mobil pénztárca',
  scan: 'Olvasd be, és fizess SEQR-rel',
  press: 'Fizetés SEQR-rel',
  get: 'Töltsd le a SEQR-alkalmazást',
  apps: 'A SEQR iPhone-on és Androidon érhető el',
  line: 'Az interneten fizetni ugyanolyan egyszerű, mint a boltban.',
  sorry: 'Sajnáljuk, erre a telefonra nincs SEQR-alkalmazás. A kódot egy másik telefonnal is beolvashatod.',
  waiting: 'Várakozás a fizetésre',
  scanned: 'Most erősítsd meg a telefonodon',
  reserved: 'Az összeg zárolva van',
  paid: 'Kifizetve. Köszönjük!',
  canceled: 'A fizetést törölték. Nem történt terhelés.',
  failed: 'A fizetés nem sikerült',
  expired: 'Lejárt a fizetésre szánt idő',
  gone: 'Ez a fizetés itt már nem követhető. Fordulj a bolthoz',
  offline: 'Nincs kapcsolat. Próbálkozunk tovább',
  timeLeft: 'Még {time} van a fizetésre',
  code: 'QR-kód a SEQR-alkalmazáshoz',
  showCode: 'Fizetés másik telefonnal',
  payHere: 'Nincs kéznél telefon? Nyisd meg itt',
};
