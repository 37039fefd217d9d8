import type { PageTexts } from './page-text';

export const englishPages: PageTexts = (facts) => ({
  terms: {
    title: 'Terms of purchase',
    intro: `These terms apply when you, as a consumer, buy from ${facts.legalName}. Nothing in them takes away a right that Swedish law gives you.`,
    sections: [
      {
        title: 'Who you buy from',
        body: [
          `${facts.legalName}, organisation number ${facts.organisationNumber}, VAT number ${facts.vatNumber}, ${facts.address}. E-mail ${facts.email}, telephone ${facts.phone}.`,
        ],
      },
      {
        title: 'Order and contract',
        body: [
          'Your order is binding for both of us when the shop has shown you its order number. What you ordered, and what it cost, is written down at that moment and does not change with the catalogue.',
          'The goods are set aside for you while you pay. If the payment does not come in time the order lapses, and you owe nothing.',
        ],
      },
      {
        title: 'Prices',
        body: [
          `All prices are in ${facts.currency} and include VAT. Each product’s page says its rate, ${facts.vatRates}, and the checkout shows the VAT of each rate before you order.`,
          `Delivery costs ${facts.standardPrice} (standard) or ${facts.expressPrice} (express). There are no other fees.`,
          'If a price changes while something lies in your cart, the checkout shows the new one and asks you again.',
        ],
      },
      {
        title: 'Payment',
        body: [
          'With SEQR you scan a code and confirm in the app. The money is drawn when you confirm. A payment that is canceled or fails costs you nothing.',
          `By invoice you pay by bank transfer within ${facts.transferDays} days, with the reference that the order page shows. We send the goods when the money has come, and add no fee or interest; an order that is not paid in time is canceled.`,
        ],
      },
      {
        title: 'Delivery',
        body: [
          'We deliver to Sweden, Denmark and Finland. Standard delivery takes two to four working days, express the next working day, counted from the payment.',
          'Until the parcel has reached you, what happens to it is our risk. If it is late by more than you can accept you may cancel, and get all your money back.',
        ],
      },
      {
        title: 'If something is wrong',
        body: [
          'You have three years to complain of a fault that was there when you got the goods. Tell us as soon as you can; within two months of noticing it is always in time. We mend, replace or take back at our cost.',
          'A fault that shows within two years counts as there from the start unless we show otherwise (konsumentköplagen, 2022:260).',
        ],
      },
      {
        title: 'If we do not agree',
        body: [
          'Write to us first; most things are settled in a day. After that you can turn to the National Board for Consumer Disputes (Allmänna reklamationsnämnden, Box 174, 101 23 Stockholm, arn.se). We follow its recommendations. Swedish law applies.',
          'Free advice: Hallå konsument of the Swedish Consumer Agency, hallakonsument.se, 0771-525 525.',
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
          'They begin the day after you, or somebody you named, got the goods; with several parcels, the last of them. It is enough that you send your message before they end.',
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
          'We confirm by e-mail, without delay, that we have got it.',
        ],
      },
      {
        title: 'Sending back',
        body: [
          'Send the goods within 14 days of your message. You pay the postage of an ordinary parcel; if something was faulty or wrong, we do.',
        ],
      },
      {
        title: 'Your money',
        body: [
          `We pay back all that you paid, standard delivery included (${facts.standardPrice}; not the extra cost of express), within 14 days of your message, but may wait until we have the goods or you show that they are sent.`,
          'It comes back the way it came: a SEQR payment to your SEQR account, a bank transfer to your bank account. It costs you nothing.',
        ],
      },
      {
        title: 'What is excepted',
        body: [
          'Nothing that we sell today. Should we sell something that spoils quickly or is made to your measure, its page says so.',
        ],
      },
    ],
  },
  privacy: {
    title: 'Privacy and cookies',
    intro: 'We keep what an order needs and nothing else. There are no trackers, no advertising and no accounts.',
    sections: [
      {
        title: 'Who is responsible',
        body: [`${facts.legalName}, ${facts.organisationNumber}, ${facts.address}, ${facts.email}.`],
      },
      {
        title: 'What we keep, why and how long',
        body: [
          [
            'Your name, e-mail address and delivery address, and what you ordered: to perform the contract with you (GDPR article 6.1 b).',
            'Receipts, payments and refunds: for seven years after the financial year, as the Swedish Accounting Act asks (article 6.1 c).',
            'Technical logs of the server: without names, addresses or e-mail, to find faults and abuse (article 6.1 f).',
          ],
          'The accounts do not need an order that was never paid: write to us, and we erase it.',
        ],
      },
      {
        title: 'Who else gets to see it',
        body: [
          'SEQR gets the order’s number, its rows and its sum, so that you can pay, and the address of the order page, so that the app can lead you back to it. It does not get your name, your address or your e-mail from us.',
          'The carrier gets your name and address. Nobody else gets anything, unless the law obliges us.',
        ],
      },
      {
        title: 'Cookies',
        body: [
          'Three cookies, all our own and all needed for what you ask the shop to do, so there is no banner to click away:',
          [
            'cart: what lies in your cart. 60 days from the last change.',
            'visitor: a random key by which the shop finds the orders of this browser. Set when you order; one year.',
            'checkout_draft: what you had typed when a form came back with a remark, if your browser runs no JavaScript. Ten minutes.',
          ],
          'You can remove them in your browser at any time. An order is then still to be found at its own address.',
        ],
      },
      {
        title: 'Your rights',
        body: [
          `You may see, correct, take with you or have erased what we know of you, and object to or limit its use, as far as the accounting rules allow. Write to ${facts.email}.`,
          'You may complain to the Swedish Authority for Privacy Protection (Integritetsskyddsmyndigheten, imy.se).',
        ],
      },
    ],
  },
  contact: {
    title: 'Contact',
    intro: 'Write or call. We answer on working days between 9 and 16, Swedish time.',
    sections: [
      { title: 'E-mail and telephone', body: [`${facts.email}`, `${facts.phone}`] },
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
          'Have the order number at hand; it begins with T and stands on the order page. Do not send the address of the order page itself by e-mail: whoever has it can see the order.',
        ],
      },
    ],
  },
});
