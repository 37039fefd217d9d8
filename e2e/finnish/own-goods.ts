import type { CategorySeed } from '@/prisma/shop/seed/types';

/** Takes the place of prisma/shop/seed/own-goods.ts in a copy of the project. */
export const ownGoods: readonly CategorySeed[] = [
  {
    slug: 'tools',
    vatRate: 25_50,
    texts: { en: { name: 'Tools', intro: 'For the forest.' }, sv: { name: 'Verktyg', intro: 'För skogen.' } },
    products: [
      {
        slug: 'puukko',
        image: '/products/birch-butter-knife.svg',
        price: 89_90,
        stock: 12,
        texts: {
          en: { name: 'Puukko', summary: 'A belt knife.', description: ['Carbon steel.'], imageAlt: 'A knife' },
          sv: { name: 'Puukko', summary: 'En slidkniv.', description: ['Kolstål.'], imageAlt: 'En kniv' },
        },
      },
    ],
  },
  {
    slug: 'provisions',
    vatRate: 13_50,
    texts: { en: { name: 'Provisions', intro: 'To eat.' }, sv: { name: 'Färdkost', intro: 'Att äta.' } },
    products: [
      {
        slug: 'rye-chips',
        image: '/products/rye-crispbread.svg',
        price: 6_95,
        stock: 80,
        texts: {
          en: { name: 'Rye chips', summary: 'A bag.', description: ['RYE, salt.'], imageAlt: 'A bag of chips' },
          sv: { name: 'Rågchips', summary: 'En påse.', description: ['RÅG, salt.'], imageAlt: 'En påse chips' },
        },
      },
    ],
  },
];
