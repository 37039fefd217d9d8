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
};
