/** The merchant’s products. */
export const products = {
  title: 'Products',
  columns: { product: 'Product', category: 'Category', stock: 'Stock', state: 'State', price: 'Price' },
  reserved: (n: number) => `${n} reserved`,
  onSale: 'On sale',
  offSale: 'Not on sale',
  see: 'Open it in the shop',
  price: (currency: string) => `Price (${currency})`,
  priceHint: (rate: string) => `Includes ${rate} VAT`,
  repriceHint: (price: string) =>
    `The price was ${price}. Set a price in the shop’s currency to put the product on sale.`,
  stockHint: (reserved: number, sold: number) => `Available for sale. In addition: ${reserved} reserved, ${sold} sold`,
  image: 'Picture',
  imageHint: 'A file in public/products',
  languages: { en: 'In English', sv: 'In Swedish', de: 'In German' },
  texts: { name: 'Name', summary: 'Summary', description: 'Description', imageAlt: 'Alternative text of the picture' },
  save: 'Save the product',
  changes: {
    title: (name: string, when: string) => `Changed by ${name}, ${when}`,
    price: 'Price',
    empty: '(empty)',
    hint: 'The form now has these values, except in fields that you had changed. Check it and save again.',
  },
};

export type ProductTexts = typeof products;
