import type { ShopTexts } from '../en/shop';
import { buying } from './buying';
import { demo } from './demo';
import { papers } from './papers';
import { payment } from './payment';
import { receipt } from './receipt';
import { search } from './search';

export const shop: ShopTexts = {
  language: { name: 'Svenska', switchTo: 'Läs på svenska' },
  shop: {
    skip: 'Hoppa till innehållet',
    categories: 'Kategorier',
    home: (shop) => `${shop}, startsidan`,
    demoLabel: 'Demonstration',
    demo: 'Demobutik: inga riktiga pengar byter ägare.',
    demoLink: 'Öppna testplånboken',
  },
  front: {
    empty: 'Det finns inget till salu ännu. Välkommen tillbaka snart.',
    browse: 'Se alla kategorier',
    categoriesTitle: 'Kategorier',
    selection: 'Utvalt',
    selectionIntro: 'Ett urval av det vi har i lager just nu.',
    seqrTitle: 'Betala med telefonen',
    seqrIntro: 'I kassan får du en kod. Inget kortnummer, inget kundkonto, inget att skriva in utom din PIN-kod.',
    seqrSteps: ['Välj SEQR i kassan', 'Skanna koden med telefonen', 'Bekräfta med din PIN-kod'],
    sentFrom: (city) => `Skickas från ${city}`,
    sentText: 'Standardleverans tar två till fyra arbetsdagar, express en.',
    promises: [
      { title: '14 dagars ångerrätt', text: 'Lämna tillbaka det du köpt utan att ange något skäl.' },
      { title: 'Inga dolda avgifter', text: 'Momsen ingår i priserna. Bara frakten tillkommer.' },
    ],
  },
  category: {
    count: (n) => (n === 1 ? '1 vara' : `${n} varor`),
    empty: 'Den här kategorin är tom just nu.',
    emptyHint: 'Titta gärna i de andra kategorierna så länge.',
  },
  product: {
    vatIncluded: (rate) => `inkl. ${rate} moms`,
    inStock: 'I lager',
    few: (n) => `Bara ${n} kvar`,
    soldOut: 'Slutsåld',
    from: (price) => `från ${price}`,
    variants: (n) => `${n} varianter`,
    otherOptions: 'ändrar också ett annat val',
    soldOutHint: 'Varan är slut i lager. Det kan dröja innan nästa omgång är klar.',
    quantity: 'Antal',
    add: 'Lägg i varukorgen',
    deliveryTitle: 'Leverans',
    delivery: (standard, express) =>
      `Standard ${standard}, två till fyra arbetsdagar. Express ${express}, nästa arbetsdag.`,
    returnsTitle: 'Ångerrätt',
    returns: '14 dagars ångerrätt från den dag du fått paketet.',
    more: (category) => `Mer från ${category}`,
    pictures: 'Bilder',
    pictureOf: (name, n, all) => `${name}, bild ${n} av ${all}`,
    showPicture: (n, all) => `Visa bild ${n} av ${all}`,
  },
  footer: {
    help: 'Hjälp',
    shop: 'Butiken',
    terms: 'Köpvillkor',
    returns: 'Ångerrätt och retur',
    privacy: 'Integritet och kakor',
    contact: 'Kontakt',
    orders: 'Dina ordrar',
    demo: (shop) => `${shop} är en demonstrationsbutik: inget säljs eller skickas på riktigt.`,
  },
  notFound: {
    title: 'Sidan finns inte',
    text: 'Sidan har flyttats eller har aldrig funnits. Från startsidan hittar du alla varor.',
    order: 'Länken leder inte till någon order. Kontrollera att du har fått med hela länken.',
    home: 'Gå till startsidan',
  },
  tooOften: {
    title: 'För många försök',
    text: 'Vi tog emot för många förfrågningar från ditt nätverk, så den här behandlades inte. Varukorgen och det du skrev finns kvar. Försök igen om en minut.',
    back: 'Gå tillbaka',
  },
  unavailable:
    'Butiken kan inte spara något just nu, så din begäran kunde inte genomföras. Inga pengar har dragits. Försök igen om en stund.',
  ...buying,
  ...payment,
  search,
  receipt,
  papers,
  demo,
};
