/** What only a demonstration shows (DEMO=on). */
export const demo = {
  payHere: 'Pay on this screen',
  mails: {
    link: 'Read the mails of this order',
    title: 'Mails of this order',
    intro: 'No mail leaves this demonstration. Here is what the shop would have mailed you.',
    none: 'There is no mail yet. The shop writes one when the order is paid, refunded or cancelled.',
    back: 'Back to the order',
  },
  tours: {
    what: 'A webshop with SEQR payments to try out: everything works, and no real money changes hands.',
    intro: 'Each tour takes about a minute. Old orders are deleted automatically.',
    start: 'Start the tour',
    openOffice: 'Open the back office',
    buyer: 'Kim Visitor',
    phone: {
      title: 'Buy with your phone',
      steps: [
        'Start. The checkout is filled in; place the order.',
        'Scan the code with your phone’s camera.',
        'Confirm with the PIN 1234, and watch this screen.',
      ],
    },
    screen: {
      title: 'Buy on this screen',
      steps: [
        'Start. The checkout is filled in; place the order.',
        'Choose “Pay on this screen” below the code.',
        'Confirm with the PIN 1234. The receipt is in the first tab.',
      ],
    },
    merchant: {
      title: 'Be the merchant',
      steps: [
        'Buy something first, as above.',
        'Open the back office without a password: it shows your orders.',
        'Refund the order, then read the mail about it.',
      ],
    },
    breakIt: {
      title: 'Break it',
      steps: [
        'Start, place the order, and open the payment.',
        'Use the PIN 0002 (no money) or 0001 (the payment fails), or close the page.',
        'See what the shop says. Then pay with 1234.',
      ],
    },
  },
};
