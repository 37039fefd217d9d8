/** The first part of every address of the shop that stands under /[lang]. Plain JavaScript: next.config.js reads it too. */
export const shopPages = [
  'products',
  'categories',
  'cart',
  'checkout',
  'orders',
  'terms',
  'returns',
  'privacy',
  'contact',
];
