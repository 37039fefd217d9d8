import type { ErrorPageTexts } from '../en/error-page';

export const errorPage: ErrorPageTexts = {
  title: 'Bei uns ist etwas schiefgegangen',
  text: 'Der Fehler wurde protokolliert. Falls Sie gerade beim Bezahlen waren, prüfen Sie Ihre Bestellungen, bevor Sie es erneut versuchen.',
  retry: 'Erneut versuchen',
  unavailable: {
    title: 'Der Shop ist gerade nicht verfügbar',
    text: 'Er erreicht seine Datenbank nicht, deshalb konnte diese Seite nicht angezeigt werden. Falls Ihnen eine Bestellnummer angezeigt wurde, ist Ihre Bestellung gespeichert. Bitte versuchen Sie es gleich noch einmal.',
    paying: 'Falls Sie gerade beim Bezahlen waren, prüfen Sie Ihre Bestellung, bevor Sie erneut bezahlen.',
    again: 'Diese Seite versucht es alle 10 Sekunden erneut.',
  },
};
