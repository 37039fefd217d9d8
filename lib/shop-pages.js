/** The first path segment of every shop page under /[lang]. Plain JavaScript, because next.config.js uses it too. */
export const shopPages = [
  'products',
  'categories',
  'search',
  'cart',
  'checkout',
  'orders',
  'terms',
  'returns',
  'privacy',
  'contact',
];

/** Marks requests whose path got the default language from lib/http/default-language.ts. */
export const DEFAULT_LANGUAGE_HEADER = 'x-default-language';
