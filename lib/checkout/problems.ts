import type { Language } from '../i18n/languages';

/** One thing that the buyer can mend, at the field it concerns (`customer.email`, `items.0.quantity`). */
export type CheckoutProblem = {
  readonly field: string;
  readonly code: ProblemCode;
  /** In the buyer's language: what is wrong and what to do. */
  readonly message: string;
  readonly slug?: string;
  readonly available?: number;
};

export type ProblemCode = keyof typeof english;

const english = {
  required: 'Please fill this in.',
  'too-long': 'This is too long. Please shorten it.',
  'bad-characters': 'This contains characters that we cannot print. Please remove them.',
  'bad-email': 'This does not look like an e-mail address, such as name@example.com.',
  'email-letters':
    'The part before @ contains a letter that our mail cannot reach. Please use an address with the letters a to z only.',
  'email-dots': 'The part before @ must not begin or end with a dot or contain two dots in a row. Please correct it.',
  'bad-postal-code-SE': 'A Swedish postal code has five digits, such as 791 30.',
  'bad-postal-code-DK': 'A Danish postal code has four digits, such as 2100.',
  'bad-postal-code-FI': 'A Finnish postal code has five digits, such as 00100.',
  'bad-country': 'We do not deliver to that country. Please choose one from the list.',
  'bad-delivery': 'Please choose standard or express delivery.',
  'bad-payment-method': 'Please choose SEQR or invoice.',
  'bad-key': 'checkoutKey must be a UUID. Open the checkout again to get one.',
  'bad-value': 'This value is not understood.',
  'empty-cart': 'The cart is empty. Put something in it first.',
  'too-many-lines': 'There can be at most 50 different products in an order.',
  'bad-quantity': 'The quantity must be a whole number, 1 or more.',
  unknown: 'We do not sell this product any more. Please remove it.',
  'sold-out': 'This is sold out. Please remove it.',
  'too-many': 'We do not have that many. Please lower the quantity.',
  'line-limit': 'One order can hold at most {limit} of these. Please lower the quantity.',
  'order-limit': 'One order can hold at most {limit} pieces in total. Please lower a quantity.',
  'no-links': 'This must not contain a web address. Please remove it.',
  'open-transfers':
    'You already have {limit} unpaid orders by bank transfer. Pay or cancel one of them first, or choose SEQR.',
  'open-transfers-here':
    'Too many unpaid bank-transfer orders have come from your network. Please choose SEQR, or try again another day.',
  'price-changed': 'A price has changed since you saw it. Please look at the new total and confirm again.',
  'too-often': 'Many orders came from your network just now, so this one was not taken. Please try again in a minute.',
  'key-reused': 'This cart has already been ordered with other details. Open that order, or start again from the cart.',
} as const;

const swedish: Record<ProblemCode, string> = {
  required: 'Fyll i det här fältet.',
  'too-long': 'Texten är för lång. Korta den.',
  'bad-characters': 'Texten innehåller tecken som vi inte kan skriva ut. Ta bort dem.',
  'bad-email': 'Det här ser inte ut som en e-postadress, till exempel namn@example.com.',
  'email-letters':
    'Delen före @ innehåller en bokstav som vår e-post inte klarar. Använd en adress med bara bokstäverna a till z.',
  'email-dots': 'Delen före @ får inte börja eller sluta med punkt och inte ha två punkter i rad. Rätta adressen.',
  'bad-postal-code-SE': 'Ett svenskt postnummer har fem siffror, till exempel 791 30.',
  'bad-postal-code-DK': 'Ett danskt postnummer har fyra siffror, till exempel 2100.',
  'bad-postal-code-FI': 'Ett finskt postnummer har fem siffror, till exempel 00100.',
  'bad-country': 'Vi levererar inte till det landet. Välj ett i listan.',
  'bad-delivery': 'Välj standard- eller expressleverans.',
  'bad-payment-method': 'Välj SEQR eller faktura.',
  'bad-key': 'checkoutKey måste vara ett UUID. Öppna kassan igen för att få ett.',
  'bad-value': 'Värdet går inte att förstå.',
  'empty-cart': 'Varukorgen är tom. Lägg något i den först.',
  'too-many-lines': 'En order kan ha högst 50 olika varor.',
  'bad-quantity': 'Antalet måste vara ett heltal, 1 eller fler.',
  unknown: 'Vi säljer inte den här varan längre. Ta bort den.',
  'sold-out': 'Varan är slutsåld. Ta bort den.',
  'too-many': 'Så många har vi inte. Minska antalet.',
  'line-limit': 'En beställning kan ha högst {limit} av den här. Minska antalet.',
  'order-limit': 'En beställning kan ha högst {limit} varor sammanlagt. Minska ett antal.',
  'no-links': 'Fältet får inte innehålla någon webbadress. Ta bort den.',
  'open-transfers':
    'Du har redan {limit} obetalda beställningar med banköverföring. Betala eller avbryt någon av dem först, eller välj SEQR.',
  'open-transfers-here':
    'Från ditt nätverk har det kommit för många obetalda beställningar med banköverföring. Välj SEQR eller försök en annan dag.',
  'price-changed': 'Ett pris har ändrats sedan du såg det. Titta på den nya summan och bekräfta igen.',
  'too-often': 'Många beställningar kom från ditt nätverk nyss, så den här togs inte emot. Försök igen om en minut.',
  'key-reused':
    'Den här varukorgen är redan beställd med andra uppgifter. Öppna den ordern, eller börja om från varukorgen.',
};

export function isProblemCode(text: string): text is ProblemCode {
  return Object.hasOwn(english, text);
}

export function checkoutProblem(
  field: string,
  code: ProblemCode,
  language: Language,
  { limit, ...more }: { slug?: string; available?: number; limit?: number } = {},
): CheckoutProblem {
  const sentences = language === 'sv' ? swedish : english;
  return { field, code, message: sentences[code].replace('{limit}', String(limit)), ...more };
}
