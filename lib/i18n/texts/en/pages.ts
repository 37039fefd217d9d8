import type { PageTexts } from '../page-text';

export const pages: PageTexts = (facts) => ({
  terms: {
    title: 'Terms of purchase',
    intro: `These terms apply when you, as a consumer, buy from ${facts.legalName}. Nothing in them takes away a right that Swedish law gives you.`,
    sections: [
      {
        title: 'Who you buy from',
        body: [
          `${facts.legalName}, organisation number ${facts.organisationNumber}, VAT number ${facts.vatNumber}, ${facts.address}. Email ${facts.email}, telephone ${facts.phone}.`,
        ],
      },
      {
        title: 'Order and contract',
        body: [
          'Your order becomes binding on both of us once the shop shows you the order number. What you ordered, and what it cost, is recorded at that moment and does not change with the catalogue.',
          'We reserve the goods for you while you pay. If you do not pay in time, the order expires and you owe nothing.',
        ],
      },
      {
        title: 'Prices',
        body: [
          `All prices are in ${facts.currency} and include VAT. Each product page states the VAT rate (${facts.vatRates}), and the checkout shows the VAT at each rate before you order.`,
          `Delivery costs ${facts.standardPrice} (standard) or ${facts.expressPrice} (express). There are no other fees.`,
          'If a price changes while a product is in your cart, the checkout shows the new price and asks you to confirm.',
        ],
      },
      {
        title: 'Payment',
        body: [
          'With SEQR you scan a code and confirm in the app. You are charged when you confirm. A payment that is cancelled or fails costs you nothing.',
          `If you choose to pay by invoice, you make a bank transfer within ${facts.transferDays} days, with the reference on the order page. We ship your order once your payment arrives, and add no fee or interest. An order that is not paid in time is cancelled.`,
        ],
      },
      {
        title: 'Delivery',
        body: [
          `We deliver to ${facts.countries}. Standard delivery takes two to four working days from the payment; express arrives on the next working day.`,
          'We bear the risk until the parcel has reached you. If the delay is more than you can accept, you may cancel and get all your money back.',
        ],
      },
      {
        title: 'If something is wrong',
        body: [
          'You have three years to report a fault that was there when you got the goods. Tell us as soon as you can; a report made within two months of noticing the fault is always in time. We repair, replace or take back the goods at our cost.',
          'A fault that appears within two years is presumed to have been there from the start unless we show otherwise (konsumentköplagen, 2022:260).',
        ],
      },
      {
        title: 'If we do not agree',
        body: [
          'Write to us first; most things are settled in a day. After that you can turn to the National Board for Consumer Disputes (Allmänna reklamationsnämnden, Box 174, 101 23 Stockholm, arn.se). We follow its recommendations. Swedish law applies.',
          'Free advice: Hallå konsument, the Swedish Consumer Agency’s advice service, hallakonsument.se, 0771-525 525.',
        ],
      },
    ],
  },
  returns: {
    title: 'Returns and withdrawal',
    intro: 'You have 14 days to change your mind, without giving a reason (distansavtalslagen, 2005:59).',
    sections: [
      {
        title: 'The 14 days',
        body: [
          'The period begins the day after you, or someone you named, receives the goods. If they come in several parcels, it begins the day after the last one. You need only send your message before the period ends.',
          'You may look at and try the goods as you would in a shop. If you have used them beyond that, we may deduct what they have lost in value.',
        ],
      },
      {
        title: 'How to withdraw',
        body: [
          `Write to ${facts.email}, or send a letter to ${facts.address}. Say clearly that you withdraw. You may use this form, but need not:`,
          [
            `To ${facts.legalName}, ${facts.address}, ${facts.email}`,
            'I hereby withdraw from my contract of sale of the following goods: …',
            'Ordered on … and received on …',
            'Order number: …',
            'Name and address: …',
            'Date (and signature, if on paper)',
          ],
          'We confirm by email, without delay, that we have received your message.',
        ],
      },
      {
        title: 'Sending goods back',
        body: [
          'Send the goods within 14 days of your message. You pay the postage for an ordinary parcel; if something was faulty or wrong, we do.',
        ],
      },
      {
        title: 'Your money',
        body: [
          `Within 14 days of your message we refund everything that you paid, including standard delivery (${facts.standardPrice}) but not the extra cost of express. We may wait until we have the goods or you show that you have sent them.`,
          'We refund the way you paid: a SEQR payment to your SEQR account, a bank transfer to your bank account. It costs you nothing.',
        ],
      },
      {
        title: 'Exceptions',
        body: [
          'There are none for what we sell today. If we sell something that spoils quickly or is made to measure, its page says so.',
        ],
      },
    ],
  },
  privacy: {
    title: 'Privacy and cookies',
    intro:
      'We store what an order needs and nothing else. There are no trackers, no advertising and no customer accounts.',
    sections: [
      {
        title: 'Who is responsible',
        body: [`${facts.legalName}, ${facts.organisationNumber}, ${facts.address}, ${facts.email}.`],
      },
      {
        title: 'What we store, why and for how long',
        body: [
          [
            'Your name, email address and delivery address, and what you ordered: to perform the contract with you (GDPR article 6.1 b).',
            'Receipts, payments and refunds: for seven years after the financial year, as the Swedish Accounting Act requires (article 6.1 c).',
            'Server logs, without names, postal addresses or email addresses: to find faults and abuse (article 6.1 f).',
          ],
          'The law does not require us to keep unpaid orders. Write to us and we will erase yours.',
        ],
      },
      {
        title: 'Who we share data with',
        body: [
          'SEQR gets the order’s number, its lines and its total, so that you can pay, and the link to the order page, so that the app can take you back to it. It does not get your name, your address or your email address from us.',
          'The carrier gets your name and address. Nobody else receives anything, unless the law requires it.',
        ],
      },
      {
        title: 'Cookies',
        body: [
          'We use three cookies. All are our own and strictly necessary, so there is no cookie banner:',
          [
            'cart: what is in your cart. Kept for 60 days after the last change.',
            'visitor: a random key that lets the shop find the orders made in this browser. Set when you order and kept for one year.',
            'checkout_draft: what you typed in the checkout, so that you can correct it or change the language. Kept for ten minutes.',
          ],
          'You can remove them in your browser at any time. You can still open an order with its own link.',
        ],
      },
      {
        title: 'Your rights',
        body: [
          `You may access, correct, export or erase your data, and object to or restrict its use, as far as accounting law allows. Write to ${facts.email}.`,
          'You may complain to the Swedish Authority for Privacy Protection (Integritetsskyddsmyndigheten, imy.se).',
        ],
      },
    ],
  },
  contact: {
    title: 'Contact',
    intro: 'Write or call. We answer on working days from 9 a.m. to 4 p.m., Swedish time.',
    sections: [
      { title: 'Email and telephone', body: [`${facts.email}`, `${facts.phone}`] },
      {
        title: 'Address',
        body: [
          `${facts.legalName}, ${facts.address}`,
          `Organisation number ${facts.organisationNumber}, VAT number ${facts.vatNumber}`,
        ],
      },
      {
        title: 'About an order',
        body: [
          'Have the order number at hand; it begins with T and is shown on the order page. Do not send the link to the order page by email: anyone with the link can see the order.',
        ],
      },
    ],
  },
});
