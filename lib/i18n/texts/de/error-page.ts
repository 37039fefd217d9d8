import type { ErrorPageTexts } from '../en/error-page';

export const errorPage: ErrorPageTexts = {
  title: 'Bei uns ist etwas schiefgegangen',
  text: 'Der Fehler wurde protokolliert. Falls Sie gerade beim Bezahlen waren, prüfen Sie Ihre Bestellungen, bevor Sie es erneut versuchen.',
  retry: 'Erneut versuchen',
};
