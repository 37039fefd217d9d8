/** The texts of the payment page, and those on an order's invoice in the payer app. */
export const payment = {
  pay: {
    title: 'Pay with SEQR',
    how: 'How to pay',
    steps: [
      'Open the wallet app on your phone, or just the camera.',
      'Scan the code. If you are shopping on the phone itself, press the button instead.',
      'Check the amount and confirm with your PIN.',
    ],
    byItself: 'The receipt opens automatically when the payment is complete.',
    until: (time: string) => `Your items are reserved until ${time}.`,
    sum: 'To pay',
    seqrDown:
      'SEQR is not responding at the moment. If you have confirmed in the app, we will know as soon as SEQR responds again. Please do not pay a second time.',
    tooManyAttempts:
      'Nothing has been charged. There have been too many attempts to pay for this order. Cancel the order, and then order again.',
    cancelLater:
      'SEQR has not confirmed yet that the invoice is cancelled. We will keep checking. If you have already confirmed in the app, the payment counts and the receipt opens here.',
    again: 'Get a new code',
    cancel: 'Cancel the order',
    noScript: 'This page checks for your payment every five seconds and then opens the receipt automatically.',
    codeLink: 'Open the payment on this phone',
    codeAlt: 'QR code of the payment',
    reference: (reference: string) => `Invoice ${reference}`,
    states: {
      CREATED: {
        title: 'Fetching your code',
        text: 'We are requesting a code from SEQR. Nothing has been charged. This takes a moment.',
      },
      UNKNOWN: {
        title: 'SEQR did not respond',
        text: 'We requested a code and got no response, so there is no code to show. Nothing has been charged. You can safely try again.',
      },
      CANCELED: {
        title: 'The payment was cancelled',
        text: 'Nothing has been charged, and your items are still reserved. You can try again with a new code.',
      },
      FAILED: {
        title: 'The payment did not go through',
        text: 'Nothing has been charged, and your items are still reserved. You can try again with a new code.',
      },
      EXPIRED: {
        title: 'This code has expired',
        text: 'The code was not used in time, and nothing has been charged. Get a new code to pay with.',
      },
      confirming: {
        title: 'Your payment is being completed',
        text: 'You have confirmed in the app, and SEQR is completing the payment. Please wait; do not pay again.',
      },
    },
    closed: {
      CANCELED: {
        title: 'The order is cancelled',
        text: 'Nothing has been charged, and your items are no longer reserved. You are welcome to order again.',
      },
      EXPIRED: {
        title: 'The order was not paid in time',
        text: 'Nothing has been charged, and your items are no longer reserved. You are welcome to order again.',
      },
    },
    closedPaid:
      'Your payment arrived after the order had been closed, and the goods were sold out by then. We will refund the full amount to you.',
    closedPartly: (amount: string) =>
      `We have received ${amount} for this order by bank transfer. The order is closed, so we refund that amount to you.`,
    closedRest: (amount: string) =>
      `The order is closed. We have already refunded part of what you paid, and refund the remaining ${amount} too.`,
    closedRefunded: 'The order is closed, and we have refunded all that you paid for it.',
    held: {
      paid: {
        title: 'Your payment does not match this order',
        text: 'A payment has arrived that does not match the order. We are looking into it and will contact you. Please do not pay again.',
      },
      unclear: {
        title: 'We cannot tell whether you have paid',
        text: 'SEQR gives no clear answer about your payment. We are looking into it and will contact you. Please do not pay again.',
      },
      contact: (email: string, number: string) => `Questions? Email ${email} and include order number ${number}.`,
      refunded: 'Your payment did not match the order. The order is closed, and the payment is refunded to you.',
      settled: 'Your payment did not match the order. The shop has settled it with you directly.',
      closed: 'SEQR gave no clear answer about your payment, so the order is closed.',
    },
    late: 'If you were charged, we will refund you. Email us and include your order number.',
  },
  invoice: {
    payBefore: (time: string) => `Pay before ${time}`,
    refund: (number: string) => `Refund ${number}`,
    refundedBy: (shop: string) => `Refunded by ${shop}`,
  },
};

export type PaymentTexts = typeof payment;
