import { buying } from './buying';
import { demo } from './demo';
import { papers } from './papers';
import { payment } from './payment';
import { receipt } from './receipt';
import { search } from './search';

/** The texts of the shop's pages, except the terms and policies (pages.ts) and the error page (error-page.ts). */
export const shop = {
  language: { name: 'English', switchTo: 'Read in English' },
  shop: {
    skip: 'Skip to content',
    categories: 'Categories',
    home: (shop: string) => `${shop}, home page`,
    demoLabel: 'Demonstration',
    demo: 'Demo shop: no real money changes hands.',
    demoLink: 'Open the test wallet',
  },
  front: {
    empty: 'There is nothing for sale yet. Please come back soon.',
    browse: 'Browse the categories',
    categoriesTitle: 'Categories',
    selection: 'Highlights',
    selectionIntro: 'A selection of what is in stock right now.',
    seqrTitle: 'Pay with your phone',
    seqrIntro: 'At checkout you get a code. No card number, no customer account, nothing to type in but your PIN.',
    seqrSteps: ['Choose SEQR at checkout', 'Scan the code with your phone', 'Confirm with your PIN'],
    sentFrom: (city: string) => `Sent from ${city}`,
    sentText: 'Standard delivery takes two to four working days, express one.',
    promises: [
      { title: '14 days to change your mind', text: 'Return what you bought without giving a reason.' },
      { title: 'No hidden fees', text: 'Prices include VAT. Only delivery is added.' },
    ],
  },
  category: {
    count: (n: number) => (n === 1 ? '1 product' : `${n} products`),
    empty: 'This category is empty at the moment.',
    emptyHint: 'Have a look at the other categories in the meantime.',
  },
  product: {
    vatIncluded: (rate: string) => `incl. ${rate} VAT`,
    inStock: 'In stock',
    few: (n: number) => `Only ${n} left`,
    soldOut: 'Sold out',
    from: (price: string) => `from ${price}`,
    variants: (n: number) => `${n} variants`,
    otherOptions: 'changes another choice too',
    soldOutHint: 'This product is out of stock. The maker’s next batch may take a while.',
    quantity: 'Quantity',
    add: 'Add to cart',
    deliveryTitle: 'Delivery',
    delivery: (standard: string, express: string) =>
      `Standard ${standard}, two to four working days. Express ${express}, the next working day.`,
    returnsTitle: 'Returns',
    returns: '14 days to change your mind, counted from the day you receive the parcel.',
    more: (category: string) => `More from ${category}`,
    pictures: 'Pictures',
    pictureOf: (name: string, n: number, all: number) => `${name}, picture ${n} of ${all}`,
    showPicture: (n: number, all: number) => `Show picture ${n} of ${all}`,
  },
  footer: {
    help: 'Help',
    shop: 'The shop',
    terms: 'Terms of purchase',
    returns: 'Returns and withdrawal',
    privacy: 'Privacy and cookies',
    contact: 'Contact',
    orders: 'Your orders',
    demo: (shop: string) => `${shop} is a demonstration shop: nothing is really sold or shipped.`,
  },
  notFound: {
    title: 'Page not found',
    text: 'The page has moved or never existed. You can find all products on the home page.',
    order: 'No order was found at this link. Check that you copied all of it.',
    home: 'Go to the home page',
  },
  tooOften: {
    title: 'Too many requests',
    text: 'We received too many requests from your network and did not process this one. Your cart and what you typed are still there. Please try again in a minute.',
    back: 'Go back',
  },
  unavailable:
    'The shop cannot save anything at the moment, so your request was not completed. Nothing has been charged. Please try again in a moment.',
  ...buying,
  ...payment,
  search,
  receipt,
  papers,
  demo,
};

export type ShopTexts = typeof shop;
