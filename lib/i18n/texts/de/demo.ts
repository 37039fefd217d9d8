import type { ShopTexts } from '../en/shop';

export const demo: ShopTexts['demo'] = {
  payHere: 'Auf diesem Bildschirm bezahlen',
  mails: {
    link: 'E-Mails zu dieser Bestellung lesen',
    title: 'E-Mails zur Bestellung',
    intro: 'Aus dieser Demonstration wird keine E-Mail verschickt. Das hier hätte der Shop Ihnen geschrieben.',
    none: 'Noch gibt es keine E-Mail. Der Shop schreibt eine, wenn die Bestellung bezahlt, erstattet oder storniert wird.',
    back: 'Zurück zur Bestellung',
  },
  tours: {
    what: 'Ein Webshop mit SEQR-Zahlung zum Ausprobieren: Alles funktioniert, und es fließt kein echtes Geld.',
    intro: 'Jeder Rundgang dauert etwa eine Minute. Alte Bestellungen werden automatisch gelöscht.',
    start: 'Rundgang beginnen',
    openOffice: 'Verwaltung öffnen',
    buyer: 'Kim Besucher',
    phone: {
      title: 'Mit dem Telefon kaufen',
      steps: [
        'Beginnen. Die Kasse ist ausgefüllt; bestellen Sie.',
        'Scannen Sie den Code mit der Kamera des Telefons.',
        'Bestätigen Sie mit der PIN 1234 und sehen Sie auf diesen Bildschirm.',
      ],
    },
    screen: {
      title: 'Auf diesem Bildschirm kaufen',
      steps: [
        'Beginnen. Die Kasse ist ausgefüllt; bestellen Sie.',
        'Wählen Sie „Auf diesem Bildschirm bezahlen“ unter dem Code.',
        'Bestätigen Sie mit der PIN 1234. Die Quittung ist im ersten Tab.',
      ],
    },
    merchant: {
      title: 'Händler sein',
      steps: [
        'Kaufen Sie zuerst etwas, wie oben.',
        'Öffnen Sie die Verwaltung ohne Passwort: Sie zeigt Ihre Bestellungen.',
        'Erstatten Sie die Bestellung und lesen Sie die E-Mail dazu.',
      ],
    },
    breakIt: {
      title: 'Kaputt machen',
      steps: [
        'Beginnen, bestellen und die Zahlung öffnen.',
        'Nehmen Sie die PIN 0002 (kein Geld) oder 0001 (die Zahlung schlägt fehl), oder schließen Sie die Seite.',
        'Sehen Sie, was der Shop sagt. Zahlen Sie dann mit 1234.',
      ],
    },
  },
};
