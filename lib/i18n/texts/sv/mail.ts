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
    checking: {
      subject: (number) => `Order ${number}: vi kontrollerar din betalning`,
      intro: (number) =>
        `Vi kontrollerar din betalning för order ${number}. Varorna är inte längre reserverade åt dig.`,
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
  shop: {
    open: 'Öppna butikskontoret',
    newOrder: {
      subject: (number, total) => `Ny order ${number}: ${total}`,
      paid: (number) => `Order ${number} är betald. Packa den, skicka den och markera den som skickad.`,
      unpaid: (number) =>
        `Order ${number} betalas med banköverföring, och varorna är reserverade. Registrera överföringen när den har kommit in, och skicka sedan varorna.`,
      review: (number) =>
        `Order ${number} är en stor beställning med banköverföring. Varorna är inte reserverade, och köparen vet inte än hur man betalar. Godkänn beställningen eller avbryt den.`,
      buyer: 'Köpare',
    },
    attention: {
      subject: (number) => `Order ${number} behöver ett beslut`,
      kinds: {
        held: (number) =>
          `En betalning stämmer inte med order ${number}, eller så ger SEQR inget tydligt svar om den. Skicka inte varorna. På ordersidan står vad du kan göra.`,
        contradicted: (number) =>
          `SEQR motsäger nu en betalning som är bokförd för order ${number}. Kontrollera betalningen innan du skickar varorna.`,
        excess: (number) =>
          `Butiken har mer pengar för order ${number} än ordern kostar. Betala tillbaka mellanskillnaden på ordersidan.`,
        'refund-unknown': (number) =>
          `SEQR svarade inte på en återbetalning för order ${number}, så det är okänt om pengarna har återbetalats. Butiken försöker inte igen. Fråga SEQR och registrera utfallet på ordersidan.`,
      },
    },
    more: {
      subject: (count) => `${count} öppna beslut om betalningar`,
      intro: (count) =>
        `Mer än tio betalningar behövde ett beslut inom en timme, så de mejlas inte en och en. ${count} är öppna nu. Butikskontoret listar alla.`,
    },
    noInvoice: {
      subject: 'En köpare kunde inte betala med SEQR',
      intro: (number) =>
        `SEQR gav ingen faktura för order ${number}, så köparen fick ingen kod. Kontrollera anslutningen till SEQR i butikskontoret. Det här mejlet skickas högst en gång om dagen.`,
      reason: 'Orsak',
    },
  },
};
