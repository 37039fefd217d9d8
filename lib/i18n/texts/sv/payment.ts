import type { PaymentTexts } from '../en/payment';

export const payment: PaymentTexts = {
  pay: {
    title: 'Betala med SEQR',
    how: 'Så betalar du',
    steps: [
      'Öppna plånboksappen i telefonen, eller bara kameran.',
      'Skanna koden. Handlar du på själva telefonen trycker du på knappen i stället.',
      'Kontrollera beloppet och bekräfta med din PIN-kod.',
    ],
    byItself: 'Kvittot öppnas automatiskt när betalningen är klar.',
    until: (time) => `Vi reserverar varorna åt dig till ${time}.`,
    sum: 'Att betala',
    seqrDown:
      'SEQR svarar inte just nu. Har du bekräftat i appen får vi veta det så snart SEQR svarar igen. Betala inte en gång till.',
    tooManyAttempts:
      'Inga pengar har dragits. Det har gjorts för många betalningsförsök för den här ordern. Avbryt ordern och beställ sedan på nytt.',
    cancelLater:
      'SEQR har inte bekräftat än att fakturan är avbruten. Vi fortsätter att kontrollera. Har du redan bekräftat i appen gäller betalningen, och kvittot öppnas här.',
    again: 'Hämta en ny kod',
    cancel: 'Avbryt ordern',
    noScript: 'Sidan kontrollerar din betalning var femte sekund och öppnar sedan kvittot automatiskt.',
    codeLink: 'Öppna betalningen i den här telefonen',
    codeAlt: 'QR-kod för betalningen',
    reference: (reference) => `Faktura ${reference}`,
    states: {
      CREATED: {
        title: 'Hämtar din kod',
        text: 'Vi hämtar en kod från SEQR. Inga pengar har dragits. Det tar ett ögonblick.',
      },
      UNKNOWN: {
        title: 'SEQR svarade inte',
        text: 'Vi bad om en kod men fick inget svar, så det finns ingen kod att visa. Inga pengar har dragits. Du kan tryggt försöka igen.',
      },
      CANCELED: {
        title: 'Betalningen avbröts',
        text: 'Inga pengar har dragits, och varorna är fortfarande reserverade åt dig. Du kan försöka igen med en ny kod.',
      },
      FAILED: {
        title: 'Betalningen gick inte igenom',
        text: 'Inga pengar har dragits, och varorna är fortfarande reserverade åt dig. Du kan försöka igen med en ny kod.',
      },
      EXPIRED: {
        title: 'Koden har gått ut',
        text: 'Koden användes inte i tid, och inga pengar har dragits. Hämta en ny kod att betala med.',
      },
      confirming: {
        title: 'Din betalning slutförs',
        text: 'Du har bekräftat i appen, och SEQR slutför betalningen. Vänta lite, och betala inte en gång till.',
      },
    },
    closed: {
      CANCELED: {
        title: 'Ordern är avbruten',
        text: 'Inga pengar har dragits, och varorna är inte längre reserverade åt dig. Du är välkommen att beställa på nytt.',
      },
      EXPIRED: {
        title: 'Ordern betalades inte i tid',
        text: 'Inga pengar har dragits, och varorna är inte längre reserverade åt dig. Du är välkommen att beställa på nytt.',
      },
    },
    closedPaid:
      'Din betalning kom in efter att ordern hade stängts, och då var varorna slut. Vi betalar tillbaka hela beloppet.',
    closedPartly: (amount) =>
      `Vi har tagit emot ${amount} för ordern med banköverföring. Ordern är stängd, så vi betalar tillbaka det beloppet till dig.`,
    closedRest: (amount) =>
      `Ordern är stängd. Vi har redan återbetalat en del av det du betalade och betalar även tillbaka resterande ${amount}.`,
    closedRefunded: 'Ordern är stängd, och vi har återbetalat allt som du betalade för den.',
    held: {
      paid: {
        title: 'Din betalning stämmer inte med ordern',
        text: 'Det har kommit in en betalning som inte stämmer med ordern. Vi undersöker saken och hör av oss. Betala inte igen.',
      },
      unclear: {
        title: 'Vi kan inte se om du har betalat',
        text: 'SEQR ger inget tydligt svar om din betalning. Vi undersöker saken och hör av oss. Betala inte igen.',
      },
      contact: (email, number) => `Frågor? Mejla ${email} och ange ordernummer ${number}.`,
      refunded: 'Din betalning stämde inte med ordern. Ordern är stängd och betalningen återbetalas till dig.',
      settled: 'Din betalning stämde inte med ordern. Butiken har löst det direkt med dig.',
      closed: 'SEQR gav inget tydligt svar om din betalning, så ordern är stängd.',
    },
    late: 'Har pengar ändå dragits betalar vi tillbaka dem. Mejla oss och ange ordernumret.',
  },
  invoice: {
    payBefore: (time) => `Betala före ${time}`,
    refund: (number) => `Återbetalning ${number}`,
    refundedBy: (shop) => `Återbetalt av ${shop}`,
  },
};
