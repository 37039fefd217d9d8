import type { MailTexts } from '../en/mail';

export const mail: MailTexts = {
  greeting: (name) => `Guten Tag ${name},`,
  toOrder: 'Ihre Bestellung öffnen',
  quantity: (quantity, name) => `${quantity} × ${name}`,
  questions: 'Fragen? Antworten Sie auf diese E-Mail und nennen Sie die Bestellnummer.',
  receipt: {
    subject: (number) => `Ihre Quittung für Bestellung ${number}`,
    intro: (number) => `vielen Dank, Bestellung ${number} ist bezahlt.`,
    packing: 'Wir packen sie gerade.',
    attached: 'Die Quittung ist als PDF angehängt und unten wiedergegeben.',
    onPage: 'Dies ist Ihre Quittung; auf der Seite der Bestellung können Sie sie drucken.',
    keep: 'Jeder, der den Link unten hat, kann Ihre Bestellung sehen. Speichern Sie den Link, und geben Sie ihn nur an Personen weiter, denen Sie vertrauen.',
  },
  transfer: {
    subject: (number) => `So bezahlen Sie Bestellung ${number}`,
    intro: (number) =>
      `vielen Dank für Bestellung ${number}. Bitte bezahlen Sie per Überweisung mit den Angaben unten. An der Referenz erkennen wir Ihre Zahlung. Sobald Ihre Zahlung eingegangen ist, versenden wir die Ware.`,
    late: (date) =>
      `Wenn die Bestellung bis ${date} nicht bezahlt ist, reservieren wir die Ware nicht länger. Falls Sie es sich anders überlegt haben, brauchen Sie nichts zu tun.`,
  },
  sent: {
    subject: (number) => `Bestellung ${number} ist unterwegs`,
    intro: (number) => `wir haben Bestellung ${number} versendet.`,
    introWith: (number, carrier) => `wir haben Bestellung ${number} mit ${carrier} versendet.`,
    track: 'Sendung verfolgen',
    wait: 'Es kann einige Stunden dauern, bis der Link die Sendung zeigt.',
  },
  closed: {
    CANCELED: {
      subject: (number) => `Bestellung ${number} ist storniert`,
      intro: (number) => `Bestellung ${number} ist storniert.`,
    },
    EXPIRED: {
      subject: (number) => `Bestellung ${number} wurde nicht rechtzeitig bezahlt`,
      intro: (number) => `Bestellung ${number} wurde nicht rechtzeitig bezahlt und ist deshalb geschlossen.`,
    },
    checking: {
      subject: (number) => `Bestellung ${number}: wir prüfen Ihre Zahlung`,
      intro: (number) =>
        `wir prüfen Ihre Zahlung für Bestellung ${number}. Die Ware ist nicht mehr für Sie reserviert.`,
    },
    again: 'Neu bestellen',
    lateTransfer:
      'Falls Sie das Geld schon überwiesen haben, antworten Sie auf diese E-Mail. Wir versenden dann die Ware oder erstatten den Betrag.',
  },
  refund: {
    subject: (number) => `Erstattung für Bestellung ${number}`,
    intro: (number, amount) =>
      `wir haben ${amount} für Bestellung ${number} auf das SEQR-Konto erstattet, von dem bezahlt wurde.`,
    lateSubject: (number) => `Ihre Zahlung für Bestellung ${number} wurde erstattet`,
    lateIntro: (number, amount) =>
      `Ihre Zahlung von ${amount} für Bestellung ${number} ging ein, als die Bestellung bereits geschlossen oder bezahlt war. Wir haben den vollen Betrag auf das SEQR-Konto erstattet, von dem er kam. Sie schulden uns nichts.`,
    mismatchIntro: (number, amount) =>
      `Ihre Zahlung von ${amount} passte nicht zu Bestellung ${number}, deshalb ist die Bestellung geschlossen. Wir haben den vollen Betrag auf das SEQR-Konto erstattet, von dem er kam. Sie schulden uns nichts.`,
    transferIntro: (number, amount) =>
      `wir haben ${amount} für Bestellung ${number} auf Ihr Bankkonto erstattet. Es kann einen Bankarbeitstag dauern, bis das Geld ankommt.`,
    amount: 'Erstattet',
    to: 'Erstattet auf',
    toSeqr: 'das SEQR-Konto, das bezahlt hat',
    toBank: 'Ihr Bankkonto',
    reference: 'SEQR-Referenz',
  },
  shop: {
    open: 'Verwaltung öffnen',
    newOrder: {
      subject: (number, total) => `Neue Bestellung ${number}: ${total}`,
      paid: (number) =>
        `Bestellung ${number} ist bezahlt. Bitte packen und versenden Sie die Ware und markieren Sie die Bestellung als versendet.`,
      unpaid: (number) =>
        `Bestellung ${number} wird per Überweisung bezahlt, und die Ware ist reserviert. Erfassen Sie die Überweisung, sobald sie eingegangen ist, und versenden Sie dann die Ware.`,
      review: (number) =>
        `Bestellung ${number} ist eine große Bestellung per Überweisung. Die Ware ist nicht reserviert, und der Käufer weiß noch nicht, wie er bezahlt. Nehmen Sie die Bestellung an oder stornieren Sie sie.`,
      buyer: 'Käufer',
    },
    attention: {
      subject: (number) => `Bestellung ${number} braucht eine Entscheidung`,
      kinds: {
        held: (number) =>
          `Eine Zahlung passt nicht zu Bestellung ${number}, oder SEQR gibt keine klare Auskunft darüber. Versenden Sie die Ware nicht. Auf der Seite der Bestellung steht, was Sie tun können.`,
        contradicted: (number) =>
          `SEQR widerspricht jetzt einer Zahlung, die für Bestellung ${number} gebucht ist. Prüfen Sie die Zahlung, bevor Sie die Ware versenden.`,
        excess: (number) =>
          `Der Shop hat mehr Geld für Bestellung ${number}, als sie kostet. Erstatten Sie die Differenz auf der Seite der Bestellung.`,
        'refund-unknown': (number) =>
          `SEQR hat auf eine Erstattung für Bestellung ${number} nicht geantwortet, daher ist unklar, ob das Geld erstattet wurde. Der Shop versucht es nicht noch einmal. Fragen Sie SEQR und erfassen Sie das Ergebnis auf der Seite der Bestellung.`,
      },
    },
    more: {
      subject: (count) => `${count} offene Entscheidungen über Zahlungen`,
      intro: (count) =>
        `Mehr als zehn Zahlungen brauchten innerhalb einer Stunde eine Entscheidung, deshalb werden sie nicht einzeln gemeldet. ${count} sind jetzt offen. Die Verwaltung zeigt alle.`,
    },
    noInvoice: {
      subject: 'Ein Käufer konnte nicht mit SEQR bezahlen',
      intro: (number) =>
        `SEQR hat für Bestellung ${number} keine Rechnung ausgestellt, deshalb sah der Käufer keinen Code. Prüfen Sie die Verbindung zu SEQR in der Verwaltung. Diese E-Mail wird höchstens einmal am Tag gesendet.`,
      reason: 'Grund',
    },
  },
};
