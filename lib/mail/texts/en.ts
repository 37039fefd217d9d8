/** What the mails say in English, the language that the others are checked against. */
export const en = {
  greeting: (name: string) => `Hello ${name},`,
  toOrder: 'Your order, and how it stands',
  quantity: (quantity: number, name: string) => `${quantity} × ${name}`,
  receipt: {
    subject: (number: string) => `Your receipt for order ${number}`,
    intro: (number: string) =>
      `Thank you, order ${number} is paid. We pack it now. The receipt is attached as a PDF; this is what it says.`,
    introWithoutPdf: (number: string) =>
      `Thank you, order ${number} is paid. We pack it now. This is your receipt; on the order’s page you can print it.`,
    keep: 'The address below is the key to your order. Keep it, and share it only with those who may see the order.',
  },
  transfer: {
    subject: (number: string) => `How to pay for order ${number}`,
    intro: (number: string) =>
      `Thank you for order ${number}. Please pay by bank transfer with the particulars below; the reference lets us see that the money is yours. We send the goods when it has come.`,
    late: (date: string) =>
      `What is not paid by ${date} we put back on the shelf. You need not do anything if you have changed your mind.`,
  },
  refund: {
    subject: (number: string) => `We have paid back money for order ${number}`,
    intro: (number: string, sum: string) =>
      `We have paid back ${sum} for order ${number}, to the SEQR account that it was paid from.`,
    lateSubject: (number: string) => `Your payment for order ${number} is returned`,
    lateIntro: (number: string, sum: string) =>
      `Your payment of ${sum} for order ${number} reached us when the order was closed already, or paid before. So we have sent all of it back, to the SEQR account that it came from. You owe us nothing.`,
    mismatchIntro: (number: string, sum: string) =>
      `Your payment of ${sum} did not match order ${number}, so the order is closed. We have refunded all of it to the SEQR account that it came from. You owe us nothing.`,
    transferIntro: (number: string, sum: string) =>
      `We have refunded ${sum} for order ${number} by bank transfer. It may take a banking day to arrive.`,
    amount: 'Paid back',
    reference: 'SEQR reference',
    questions: 'If anything is unclear, answer this mail and name the order.',
  },
};

export type MailTexts = typeof en;
