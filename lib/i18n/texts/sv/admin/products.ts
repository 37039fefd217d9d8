import type { ProductTexts } from '../../en/admin/products';

export const products: ProductTexts = {
  title: 'Varor',
  columns: { product: 'Vara', category: 'Kategori', stock: 'Lager', state: 'Status', price: 'Pris' },
  reserved: (n) => `${n} reserverade`,
  onSale: 'Till salu',
  offSale: 'Inte till salu',
  see: 'Öppna den i butiken',
  price: (currency) => `Pris (${currency})`,
  priceHint: (rate) => `Inklusive ${rate} moms`,
  repriceHint: (price) => `Priset var ${price}. Ange ett pris i butikens valuta för att sälja varan.`,
  stockHint: (reserved, sold) => `Kan säljas. Därutöver: ${reserved} reserverade, ${sold} sålda`,
  image: 'Bild',
  imageHint: 'En fil i public/products',
  languages: { en: 'På engelska', sv: 'På svenska', de: 'På tyska' },
  texts: { name: 'Namn', summary: 'Sammanfattning', description: 'Beskrivning', imageAlt: 'Bildens alternativtext' },
  save: 'Spara varan',
  changes: {
    title: (name, when) => `Ändrat av ${name}, ${when}`,
    price: 'Pris',
    empty: '(tomt)',
    hint: 'Formuläret visar de här värdena, utom där du hade skrivit något annat. Kontrollera det och spara igen.',
  },
};
