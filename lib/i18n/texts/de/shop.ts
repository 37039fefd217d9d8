import type { ShopTexts } from '../en/shop';
import { buying } from './buying';
import { demo } from './demo';
import { papers } from './papers';
import { payment } from './payment';
import { receipt } from './receipt';
import { search } from './search';

export const shop: ShopTexts = {
  language: { name: 'Deutsch', switchTo: 'Auf Deutsch lesen' },
  shop: {
    skip: 'Zum Inhalt springen',
    categories: 'Kategorien',
    home: (shop) => `${shop}, Startseite`,
    demoLabel: 'Demonstration',
    demo: 'Demo-Shop: Es fließt kein echtes Geld.',
    demoLink: 'Test-Wallet öffnen',
  },
  front: {
    empty: 'Noch gibt es hier nichts zu kaufen. Schauen Sie bald wieder vorbei.',
    browse: 'Kategorien ansehen',
    categoriesTitle: 'Kategorien',
    selection: 'Ausgewählt für Sie',
    selectionIntro: 'Eine Auswahl dessen, was gerade auf Lager ist.',
    seqrTitle: 'Mit dem Handy bezahlen',
    seqrIntro: 'An der Kasse erhalten Sie einen Code. Keine Kartennummer, kein Kundenkonto, nur Ihre PIN.',
    seqrSteps: ['SEQR an der Kasse wählen', 'Code mit dem Handy scannen', 'Mit Ihrer PIN bestätigen'],
    sentFrom: (city) => `Versand aus ${city}`,
    sentText: 'Standardversand dauert zwei bis vier Werktage, Express einen.',
    promises: [
      { title: '14 Tage Widerrufsrecht', text: 'Senden Sie Ihren Einkauf ohne Angabe von Gründen zurück.' },
      { title: 'Keine versteckten Gebühren', text: 'Alle Preise enthalten die MwSt. Hinzu kommt nur der Versand.' },
    ],
  },
  category: {
    count: (n) => (n === 1 ? '1 Artikel' : `${n} Artikel`),
    empty: 'Diese Kategorie ist zurzeit leer.',
    emptyHint: 'Sehen Sie sich so lange in den anderen Kategorien um.',
  },
  product: {
    vatIncluded: (rate) => `inkl. ${rate} MwSt.`,
    inStock: 'Auf Lager',
    few: (n) => `Nur noch ${n} auf Lager`,
    soldOut: 'Ausverkauft',
    from: (price) => `ab ${price}`,
    variants: (n) => `${n} Varianten`,
    otherOptions: 'ändert auch eine andere Auswahl',
    soldOutHint: 'Dieser Artikel ist ausverkauft. Bis zur nächsten Serie kann es eine Weile dauern.',
    quantity: 'Menge',
    add: 'In den Warenkorb',
    deliveryTitle: 'Lieferung',
    delivery: (standard, express) =>
      `Standard ${standard}, zwei bis vier Werktage. Express ${express}, am nächsten Werktag.`,
    returnsTitle: 'Rückgabe',
    returns: '14 Tage Widerrufsrecht ab dem Tag, an dem Sie das Paket erhalten.',
    more: (category) => `Mehr aus ${category}`,
    pictures: 'Bilder',
    pictureOf: (name, n, all) => `${name}, Bild ${n} von ${all}`,
    showPicture: (n, all) => `Bild ${n} von ${all} anzeigen`,
  },
  footer: {
    help: 'Hilfe',
    shop: 'Der Shop',
    terms: 'Allgemeine Geschäftsbedingungen',
    returns: 'Widerruf und Rückgabe',
    privacy: 'Datenschutz und Cookies',
    contact: 'Kontakt',
    orders: 'Ihre Bestellungen',
    demo: (shop) => `${shop} ist ein Demonstrations-Shop: Es wird nichts tatsächlich verkauft oder versandt.`,
  },
  notFound: {
    title: 'Seite nicht gefunden',
    text: 'Die Seite wurde verschoben oder hat nie existiert. Alle Artikel finden Sie über die Startseite.',
    order: 'Unter diesem Link wurde keine Bestellung gefunden. Prüfen Sie, ob Sie ihn vollständig kopiert haben.',
    home: 'Zur Startseite',
  },
  tooOften: {
    title: 'Zu viele Anfragen',
    text: 'Wir haben zu viele Anfragen aus Ihrem Netzwerk erhalten und Ihre letzte nicht bearbeitet. Ihr Warenkorb und Ihre Eingaben sind noch da. Versuchen Sie es in einer Minute erneut.',
    back: 'Zurück',
  },
  unavailable:
    'Der Shop kann gerade nichts speichern, deshalb wurde Ihre Anfrage nicht ausgeführt. Es wurde nichts abgebucht. Versuchen Sie es gleich noch einmal.',
  ...buying,
  ...payment,
  search,
  receipt,
  papers,
  demo,
};
