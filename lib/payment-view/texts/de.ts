import type { Texts } from './texts';

export const de: Texts = {
  wallet: 'Die mobile Brieftasche',
  scan: 'Scannen und mit SEQR bezahlen',
  press: 'Mit SEQR bezahlen',
  get: 'Hol dir die SEQR-App',
  apps: 'SEQR gibt es für iPhone und Android',
  line: 'Online bezahlen, so einfach wie im Laden.',
  sorry: 'Leider gibt es für dieses Handy keine SEQR-App. Ein anderes Handy kann den Code scannen.',
  waiting: 'Warten auf deine Zahlung',
  scanned: 'Jetzt auf dem Handy bestätigen',
  reserved: 'Der Betrag ist reserviert',
  paid: 'Bezahlt. Vielen Dank!',
  canceled: 'Die Zahlung wurde abgebrochen. Es wurde nichts abgebucht.',
  failed: 'Die Zahlung ist fehlgeschlagen',
  expired: 'Die Zeit zum Bezahlen ist abgelaufen',
  gone: 'Diese Zahlung lässt sich hier nicht mehr verfolgen. Bitte frag im Shop nach',
  offline: 'Keine Verbindung. Neuer Versuch läuft',
  timeLeft: 'Noch {time} zum Bezahlen',
  code: 'QR-Code für die SEQR-App',
  showCode: 'Mit einem anderen Handy bezahlen',
  payHere: 'Kein Handy zur Hand? Hier öffnen',
};
