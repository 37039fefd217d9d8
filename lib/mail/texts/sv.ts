import type { MailTexts } from './en';

export const sv: MailTexts = {
  greeting: (name) => `Hej ${name},`,
  toOrder: 'Din order, och hur det går med den',
  quantity: (quantity, name) => `${quantity} × ${name}`,
  receipt: {
    subject: (number) => `Ditt kvitto för order ${number}`,
    intro: (number) =>
      `Tack, order ${number} är betald. Vi packar den nu. Kvittot är bifogat som PDF; detta står på det.`,
    introWithoutPdf: (number) =>
      `Tack, order ${number} är betald. Vi packar den nu. Det här är ditt kvitto; på orderns sida kan du skriva ut det.`,
    keep: 'Adressen nedan är nyckeln till din order. Spara den, och ge den bara till den som får se ordern.',
  },
  transfer: {
    subject: (number) => `Så betalar du order ${number}`,
    intro: (number) =>
      `Tack för order ${number}. Betala med banköverföring enligt uppgifterna nedan; referensen visar oss att pengarna är dina. Vi skickar varorna när de har kommit.`,
    late: (date) =>
      `Det som inte är betalt senast ${date} ställer vi tillbaka på hyllan. Har du ångrat dig behöver du inte göra något.`,
  },
  refund: {
    subject: (number) => `Vi har betalat tillbaka pengar för order ${number}`,
    intro: (number, sum) =>
      `Vi har betalat tillbaka ${sum} för order ${number}, till det SEQR-konto som ordern betalades från.`,
    lateSubject: (number) => `Din betalning för order ${number} går tillbaka`,
    lateIntro: (number, sum) =>
      `Din betalning på ${sum} för order ${number} kom när ordern redan var stängd, eller betald. Därför har vi skickat tillbaka alltihop, till det SEQR-konto som den kom från. Du är inte skyldig oss något.`,
    mismatchIntro: (number, sum) =>
      `Din betalning på ${sum} stämde inte med order ${number}, så ordern är stängd. Vi har återbetalat hela beloppet till SEQR-kontot som det kom från. Du är inte skyldig oss något.`,
    transferIntro: (number, sum) =>
      `Vi har återbetalat ${sum} för order ${number} med banköverföring. Det kan ta en bankdag innan pengarna kommer fram.`,
    amount: 'Återbetalt',
    reference: 'SEQR-referens',
    questions: 'Är något oklart, svara på det här mejlet och nämn ordern.',
  },
};
