import type { MailTexts } from '../en/mail';

export const mail: MailTexts = {
  greeting: (name) => `Hej ${name},`,
  toOrder: 'Öppna din order',
  quantity: (quantity, name) => `${quantity} × ${name}`,
  questions: 'Frågor? Svara på det här mejlet och ange ordernumret.',
  receipt: {
    subject: (number) => `Ditt kvitto för order ${number}`,
    intro: (number) => `Tack, order ${number} är betald.`,
    packing: 'Vi packar den nu.',
    attached: 'Kvittot är bifogat som PDF och återges nedan.',
    onPage: 'Det här är ditt kvitto. Du kan skriva ut det från ordersidan.',
    keep: 'Alla som har länken nedan kan se din order. Spara länken, och dela den bara med dem du litar på.',
  },
  transfer: {
    subject: (number) => `Så betalar du order ${number}`,
    intro: (number) =>
      `Tack för order ${number}. Betala med banköverföring enligt uppgifterna nedan. Referensen visar oss att betalningen är din. Vi skickar varorna när betalningen har kommit in.`,
    late: (date) =>
      `Är ordern inte betald senast ${date} är varorna inte längre reserverade åt dig. Har du ångrat dig behöver du inte göra något.`,
  },
  sent: {
    subject: (number) => `Order ${number} är på väg`,
    intro: (number) => `Vi har skickat order ${number}.`,
    introWith: (number, carrier) => `Vi har skickat order ${number} med ${carrier}.`,
    track: 'Spåra paketet',
    wait: 'Det kan ta några timmar innan paketet syns på länken.',
  },
  closed: {
    CANCELED: {
      subject: (number) => `Order ${number} är avbruten`,
      intro: (number) => `Order ${number} är avbruten.`,
    },
    EXPIRED: {
      subject: (number) => `Order ${number} betalades inte i tid`,
      intro: (number) => `Order ${number} betalades inte i tid och är därför stängd.`,
    },
    again: 'Beställ igen',
    lateTransfer:
      'Har du redan skickat pengarna kan du svara på det här mejlet. Då skickar vi varorna eller betalar tillbaka.',
  },
  refund: {
    subject: (number) => `Återbetalning för order ${number}`,
    intro: (number, amount) =>
      `Vi har återbetalat ${amount} för order ${number} till det SEQR-konto som ordern betalades från.`,
    lateSubject: (number) => `Din betalning för order ${number} har återbetalats`,
    lateIntro: (number, amount) =>
      `Din betalning på ${amount} för order ${number} kom in när ordern redan var stängd eller betald. Vi har återbetalat hela beloppet till det SEQR-konto som det kom från. Du är inte skyldig oss något.`,
    mismatchIntro: (number, amount) =>
      `Din betalning på ${amount} stämde inte med order ${number}, så ordern är stängd. Vi har återbetalat hela beloppet till det SEQR-konto som det kom från. Du är inte skyldig oss något.`,
    transferIntro: (number, amount) =>
      `Vi har återbetalat ${amount} för order ${number} till ditt bankkonto. Det kan ta en bankdag innan pengarna kommer fram.`,
    amount: 'Återbetalt',
    to: 'Återbetalt till',
    toSeqr: 'SEQR-kontot som betalade',
    toBank: 'Ditt bankkonto',
    reference: 'SEQR-referens',
  },
};
