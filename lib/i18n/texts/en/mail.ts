/** The emails to buyers, and under `shop` those to the merchant. */
export const mail = {
  greeting: (name: string) => `Hello ${name},`,
  toOrder: 'Open your order',
  quantity: (quantity: number, name: string) => `${quantity} × ${name}`,
  questions: 'Questions? Reply to this email and include your order number.',
  receipt: {
    subject: (number: string) => `Your receipt for order ${number}`,
    intro: (number: string) => `Thank you, order ${number} is paid.`,
    packing: 'We are packing it now.',
    attached: 'The receipt is attached as a PDF and repeated below.',
    onPage: 'This is your receipt; you can print it from the order’s page.',
    keep: 'Anyone with the link below can see your order. Save the link, and share it only with people you trust.',
  },
  transfer: {
    subject: (number: string) => `How to pay for order ${number}`,
    intro: (number: string) =>
      `Thank you for order ${number}. Please pay by bank transfer with the details below. The reference tells us that the payment is yours. We will ship your order once your payment arrives.`,
    late: (date: string) =>
      `If the order is not paid by ${date}, the goods are no longer reserved for you. If you have changed your mind, you need not do anything.`,
  },
  sent: {
    subject: (number: string) => `Order ${number} is on its way`,
    intro: (number: string) => `We have sent order ${number}.`,
    introWith: (number: string, carrier: string) => `We have sent order ${number} with ${carrier}.`,
    track: 'Track the parcel',
    wait: 'It may take some hours before the link shows the parcel.',
  },
  closed: {
    CANCELED: {
      subject: (number: string) => `Order ${number} is cancelled`,
      intro: (number: string) => `Order ${number} is cancelled.`,
    },
    EXPIRED: {
      subject: (number: string) => `Order ${number} was not paid in time`,
      intro: (number: string) => `Order ${number} was not paid in time, so it is closed.`,
    },
    /** The payment is still on hold, so the buyer must not order again. */
    checking: {
      subject: (number: string) => `Order ${number}: we are checking your payment`,
      intro: (number: string) =>
        `We are checking your payment for order ${number}. The goods are no longer reserved for you.`,
    },
    again: 'Order again',
    lateTransfer: 'If you have already sent the money, reply to this email. We then send the goods or refund you.',
  },
  refund: {
    subject: (number: string) => `Refund for order ${number}`,
    intro: (number: string, amount: string) =>
      `We have refunded ${amount} for order ${number} to the SEQR account that it was paid from.`,
    lateSubject: (number: string) => `Your payment for order ${number} has been refunded`,
    lateIntro: (number: string, amount: string) =>
      `Your payment of ${amount} for order ${number} arrived after the order had been closed or paid. We have refunded all of it to the SEQR account that it came from. You owe us nothing.`,
    mismatchIntro: (number: string, amount: string) =>
      `Your payment of ${amount} did not match order ${number}, so the order is closed. We have refunded all of it to the SEQR account that it came from. You owe us nothing.`,
    transferIntro: (number: string, amount: string) =>
      `We have refunded ${amount} for order ${number} to your bank account. It may take a banking day to arrive.`,
    amount: 'Refunded',
    to: 'Refunded to',
    toSeqr: 'The SEQR account that paid',
    toBank: 'Your bank account',
    reference: 'SEQR reference',
  },
  shop: {
    open: 'Open the back office',
    newOrder: {
      subject: (number: string, total: string) => `New order ${number}: ${total}`,
      paid: (number: string) => `Order ${number} is paid. Pack it, send it, and mark it as sent.`,
      unpaid: (number: string) =>
        `Order ${number} is to be paid by bank transfer, and its goods are reserved. Record the transfer when it arrives, then send the goods.`,
      review: (number: string) =>
        `Order ${number} is a large order by bank transfer. Its goods are not reserved, and the buyer does not know yet how to pay. Accept the order or cancel it.`,
      buyer: 'Buyer',
    },
    attention: {
      subject: (number: string) => `Order ${number} needs a decision`,
      kinds: {
        held: (number: string) =>
          `A payment does not match order ${number}, or SEQR gives no clear answer about it. Do not send the goods. The order’s page lists what you can do.`,
        contradicted: (number: string) =>
          `SEQR now contradicts a payment that is booked for order ${number}. Check the payment before you send the goods.`,
        excess: (number: string) =>
          `The shop holds more money for order ${number} than the order costs. Refund the difference on the order’s page.`,
        'refund-unknown': (number: string) =>
          `SEQR did not answer a refund for order ${number}, so the money may or may not have been refunded. The shop does not retry. Ask SEQR and record the outcome on the order’s page.`,
      },
    },
    more: {
      subject: (count: number) => `${count} open decisions about payments`,
      intro: (count: number) =>
        `More than ten payments needed a decision within an hour, so they are not mailed one by one. ${count} are open now. The back office lists all of them.`,
    },
    noInvoice: {
      subject: 'A buyer could not pay by SEQR',
      intro: (number: string) =>
        `SEQR did not issue an invoice for order ${number}, so the buyer saw no code. Check the connection to SEQR in the back office. This mail is sent at most once a day.`,
      reason: 'Reason',
    },
  },
};

export type MailTexts = typeof mail;
