import type { Texts } from './texts';

export const pl: Texts = {
  wallet: 'Portfel w telefonie',
  scan: 'Zeskanuj i zapłać przez SEQR',
  press: 'Zapłać przez SEQR',
  get: 'Pobierz aplikację SEQR',
  apps: 'SEQR jest dostępny na iPhone’a i Androida',
  line: 'Płatność w internecie jest równie prosta jak w sklepie.',
  sorry: 'Niestety nie ma aplikacji SEQR na ten telefon. Kod można zeskanować innym telefonem.',
  waiting: 'Czekamy na płatność',
  scanned: 'Teraz potwierdź w telefonie',
  reserved: 'Kwota została zarezerwowana',
  paid: 'Zapłacono. Dziękujemy!',
  canceled: 'Płatność anulowano. Nie pobrano żadnych środków.',
  failed: 'Płatność nie powiodła się',
  expired: 'Czas na zapłatę minął',
  gone: 'Tej płatności nie można już tutaj śledzić. Zapytaj w sklepie',
  offline: 'Brak połączenia. Próbujemy dalej',
  timeLeft: 'Czas na zapłatę: {time}',
  code: 'Kod QR dla aplikacji SEQR',
  showCode: 'Zapłać innym telefonem',
  payHere: 'Nie masz telefonu pod ręką? Otwórz tutaj',
};
