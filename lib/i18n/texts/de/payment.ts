import type { PaymentTexts } from '../en/payment';

export const payment: PaymentTexts = {
  pay: {
    title: 'Mit SEQR bezahlen',
    how: 'So bezahlen Sie',
    steps: [
      'Öffnen Sie die Wallet-App auf Ihrem Handy oder einfach die Kamera.',
      'Scannen Sie den Code. Wenn Sie auf dem Handy selbst einkaufen, tippen Sie stattdessen auf die Schaltfläche.',
      'Prüfen Sie den Betrag und bestätigen Sie mit Ihrer PIN.',
    ],
    byItself: 'Die Quittung öffnet sich automatisch, sobald die Zahlung abgeschlossen ist.',
    until: (time) => `Wir reservieren die Artikel bis ${time} für Sie.`,
    sum: 'Zu zahlen',
    seqrDown:
      'SEQR antwortet zurzeit nicht. Wenn Sie in der App bestätigt haben, erfahren wir es, sobald SEQR wieder antwortet. Bitte zahlen Sie nicht noch einmal.',
    tooManyAttempts:
      'Es wurde nichts abgebucht. Für diese Bestellung gab es zu viele Zahlungsversuche. Bitte stornieren Sie die Bestellung und bestellen Sie dann erneut.',
    cancelLater:
      'SEQR hat noch nicht bestätigt, dass die Rechnung storniert ist. Wir fragen weiter nach. Wenn Sie bereits in der App bestätigt haben, gilt die Zahlung, und die Quittung öffnet sich hier.',
    again: 'Neuen Code abrufen',
    cancel: 'Bestellung stornieren',
    noScript: 'Diese Seite prüft Ihre Zahlung alle fünf Sekunden und öffnet dann die Quittung automatisch.',
    codeLink: 'Zahlung auf diesem Handy öffnen',
    codeAlt: 'QR-Code der Zahlung',
    reference: (reference) => `Rechnung ${reference}`,
    states: {
      CREATED: {
        title: 'Ihr Code wird abgerufen',
        text: 'Wir fordern bei SEQR einen Code an. Es wurde nichts abgebucht. Das dauert einen Moment.',
      },
      UNKNOWN: {
        title: 'SEQR hat nicht geantwortet',
        text: 'Wir haben einen Code angefordert und keine Antwort erhalten, deshalb können wir keinen anzeigen. Es wurde nichts abgebucht. Sie können es ohne Risiko erneut versuchen.',
      },
      CANCELED: {
        title: 'Die Zahlung wurde abgebrochen',
        text: 'Es wurde nichts abgebucht, und die Artikel sind weiter für Sie reserviert. Sie können es mit einem neuen Code erneut versuchen.',
      },
      FAILED: {
        title: 'Die Zahlung ist fehlgeschlagen',
        text: 'Es wurde nichts abgebucht, und die Artikel sind weiter für Sie reserviert. Sie können es mit einem neuen Code erneut versuchen.',
      },
      EXPIRED: {
        title: 'Dieser Code ist abgelaufen',
        text: 'Der Code wurde nicht rechtzeitig verwendet, und es wurde nichts abgebucht. Rufen Sie einen neuen Code ab.',
      },
      confirming: {
        title: 'Ihre Zahlung wird abgeschlossen',
        text: 'Sie haben in der App bestätigt, und SEQR schließt die Zahlung ab. Bitte warten Sie und zahlen Sie nicht noch einmal.',
      },
    },
    closed: {
      CANCELED: {
        title: 'Die Bestellung ist storniert',
        text: 'Es wurde nichts abgebucht, und die Ware ist nicht mehr für Sie reserviert. Sie können gern neu bestellen.',
      },
      EXPIRED: {
        title: 'Die Bestellung wurde nicht rechtzeitig bezahlt',
        text: 'Es wurde nichts abgebucht, und die Ware ist nicht mehr für Sie reserviert. Sie können gern neu bestellen.',
      },
    },
    closedPaid:
      'Ihre Zahlung ging ein, nachdem die Bestellung geschlossen worden war, und die Ware war inzwischen ausverkauft. Wir erstatten Ihnen den vollen Betrag.',
    closedPartly: (amount) =>
      `Wir haben ${amount} für diese Bestellung per Überweisung erhalten. Die Bestellung ist geschlossen, deshalb erstatten wir Ihnen diesen Betrag.`,
    closedRest: (amount) =>
      `Die Bestellung ist geschlossen. Einen Teil Ihrer Zahlung haben wir bereits erstattet, die restlichen ${amount} erstatten wir Ihnen ebenfalls.`,
    closedRefunded: 'Die Bestellung ist geschlossen, und wir haben Ihnen alles erstattet, was Sie dafür bezahlt haben.',
    held: {
      paid: {
        title: 'Ihre Zahlung passt nicht zu dieser Bestellung',
        text: 'Es ist eine Zahlung eingegangen, die nicht zur Bestellung passt. Wir prüfen das und melden uns bei Ihnen. Bitte zahlen Sie nicht noch einmal.',
      },
      unclear: {
        title: 'Wir können nicht erkennen, ob Sie bezahlt haben',
        text: 'SEQR gibt keine klare Auskunft über Ihre Zahlung. Wir prüfen das und melden uns bei Ihnen. Bitte zahlen Sie nicht noch einmal.',
      },
      contact: (email, number) => `Fragen? Schreiben Sie an ${email} und nennen Sie die Bestellnummer ${number}.`,
      refunded:
        'Ihre Zahlung passte nicht zur Bestellung. Die Bestellung ist geschlossen, und die Zahlung wird Ihnen erstattet.',
      settled: 'Ihre Zahlung passte nicht zur Bestellung. Der Shop hat das direkt mit Ihnen geklärt.',
      closed: 'SEQR gab keine klare Auskunft über Ihre Zahlung, deshalb ist die Bestellung geschlossen.',
    },
    late: 'Falls trotzdem Geld abgebucht wurde, erstatten wir es Ihnen. Schreiben Sie uns eine E-Mail und nennen Sie die Bestellnummer.',
  },
  invoice: {
    payBefore: (time) => `Zahlbar bis ${time}`,
    refund: (number) => `Erstattung ${number}`,
    refundedBy: (shop) => `Erstattet von ${shop}`,
  },
};
