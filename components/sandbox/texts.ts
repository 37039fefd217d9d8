import type { Language } from '@/lib/i18n/languages';

const en = {
  appName: 'SEQR sandbox wallet',
  playMoney: 'Play money',
  playMoneyLong: 'This wallet is part of the SEQR sandbox. It holds play money: nothing here can cost you anything.',

  balance: 'Balance',
  moreCurrencies: (count: number) => `In ${count} more currencies`,
  openInvoice: 'Pay an invoice',
  codeLabel: 'Invoice code',
  codeHint: 'Point your phone’s camera at the code in the shop, or type the number under it.',
  codeOpen: 'Open',
  codeWrong: 'That is not an invoice code. It looks like R1402562843463.',
  latest: 'Latest',
  noHistory: 'Nothing paid yet. Your payments will be listed here.',
  testPin: (pin: string) => `The PIN is ${pin}.`,

  content: 'Content',
  tabs: { home: 'Pay', activity: 'Activity', messages: 'Messages', cards: 'Cards' },
  all: 'All',
  scan: 'Scan a code',
  scanTitle: 'Point the camera at the code',
  scanWaiting: 'Asking for the camera …',
  scanNoCamera:
    'The camera cannot be used: it is missing, or it was not allowed. Type the number under the code instead.',
  scanForeign: 'That code is not a SEQR invoice.',
  typeInstead: 'Type the code instead',
  orType: 'or type the number under the code',
  noMessages: 'No messages. The bank writes here, for instance when a payment was given back.',
  cardsTitle: 'Loyalty cards',
  cardsText: 'Shops that ask for loyalty cards see these before you pay.',
  noCards: 'No cards yet.',
  cardName: 'Name of the card',
  cardNumber: 'Number',
  addCard: 'Add the card',
  removeCard: (name: string) => `Remove ${name}`,
  cardStatus: { 0: 'shown to the shop', 1: 'accepted', 90: 'blocked', 99: 'not valid' },
  signedInAs: (name: string) => `Signed in as ${name}`,
  switchPayer: 'Change payer',
  payersTitle: 'Who is paying?',
  payersText: 'Each payer has an own account, so tests that run beside each other need not share one.',
  current: 'Signed in',
  newPayer: 'New payer',
  newPayerName: 'Name',
  create: 'Create',
  blocked: (time: string) => `Wrong PIN three times: paying is blocked until ${time}.`,
  tillTitle: (merchant: string) => `Nothing to pay at ${merchant} yet`,
  tillText: 'The invoice is shown here as soon as the till has sent it.',

  invoice: 'Invoice',
  invoiceFrom: (merchant: string) => `Invoice from ${merchant}`,
  toWallet: 'Wallet',
  total: 'Total',
  rows: (count: number) => (count === 1 ? '1 item' : `${count} items`),
  payBefore: (time: string) => `Pay before ${time}`,
  pay: (sum: string) => `Pay ${sum}`,
  cancelPurchase: 'Cancel the purchase',
  youHave: (sum: string) => `You have ${sum}`,

  pinTitle: 'Enter your PIN',
  pinFor: (sum: string, merchant: string) => `${sum} to ${merchant}`,
  pinLabel: 'PIN',
  pinDelete: 'Delete the last digit',
  pinBack: 'Back to the invoice',
  pinKeypad: 'Keypad',
  confirm: 'Confirm payment',
  paying: 'Paying …',

  refusals: {
    'wrong-pin': 'Wrong PIN. Nothing was paid; try again.',
    'pin-digits': 'The PIN has at least four digits.',
    'pin-blocked': 'Wrong PIN three times. Paying is blocked for a minute; nothing was paid.',
    'too-little-money': 'There is not enough money in this currency. Nothing was paid.',
    'cannot-reserve': 'This bank account cannot reserve money, and the shop asks for that. Nothing was paid.',
    changed: 'The shop has just changed this invoice. Nothing was paid; look at the new sum.',
    closed: 'Nothing was paid just now. This is how the invoice stands.',
  },
  unreachable: 'No answer came. Check your connection; the invoice shows whether it was paid.',

  paid: 'Paid',
  paidTo: (merchant: string) => `to ${merchant}`,
  paidAt: 'Time',
  reference: 'Reference',
  newBalance: 'New balance',
  refunded: 'Refunded',
  refund: 'Refund',
  givenBack: 'Given back',
  done: 'Done',
  backTo: (merchant: string) => `Back to ${merchant}`,
  goingBack: (merchant: string) => `Taking you back to ${merchant} …`,
  stay: 'Stay here',

  reserved: 'Reserved',
  reservedText: 'The shop has reserved the sum and takes it when it delivers.',
  waiting: 'Waiting for amount…',
  waitingText: 'The shop has not confirmed the amount yet. When it does, the invoice opens by itself.',
  confirming: 'Paying …',
  confirmingText: 'The bank is working on it. The receipt appears here by itself.',
  canceled: 'Canceled',
  canceledText: 'This purchase was canceled. Nothing was paid.',
  canceledByShop: 'The shop canceled this purchase. Nothing was paid.',
  lapsedText: 'The shop did not take the reserved money in time. It is yours again.',
  reversedText: 'The shop did not fetch the payment in time, so the money went back to you.',
  failed: 'Not paid',
  failedText: 'The payment did not succeed. Nothing was paid.',
  expired: 'Too late',
  expiredText: 'The time to pay this invoice is over. Nothing was paid. The shop can send a new one.',
  unknown: 'No such invoice',
  unknownText: 'There is no invoice with this code here. Check the number, or scan the code again.',
  openWallet: 'Open the wallet',
  notFound: 'Nothing here',
  notFoundText: 'This page does not exist, or the sandbox is not switched on.',
  broken: 'Something went wrong',
  brokenText: 'The page could not be shown. No money was moved by this.',
  retry: 'Try again',

  besideTitle: 'The payer’s phone',
  besideText:
    'A play wallet for trying out SEQR payments. It opens invoices by their code and pays them with money from a test bank.',
  besideScan: 'Scan to open it on a real phone in the same network.',
  besideConsole: 'Sandbox console',
};

export type Texts = typeof en;

const sv: Texts = {
  appName: 'SEQR sandbox-plånbok',
  playMoney: 'Låtsaspengar',
  playMoneyLong: 'Plånboken hör till SEQR-sandlådan. Pengarna är på låtsas: inget här kan kosta dig något.',

  balance: 'Saldo',
  moreCurrencies: (count) => `I ${count} valutor till`,
  openInvoice: 'Betala en faktura',
  codeLabel: 'Fakturakod',
  codeHint: 'Rikta telefonens kamera mot koden i butiken, eller skriv numret under den.',
  codeOpen: 'Öppna',
  codeWrong: 'Det där är ingen fakturakod. Den ser ut som R1402562843463.',
  latest: 'Senaste',
  noHistory: 'Inget betalt än. Dina betalningar visas här.',
  testPin: (pin) => `PIN-koden är ${pin}.`,

  content: 'Innehåll',
  tabs: { home: 'Betala', activity: 'Händelser', messages: 'Meddelanden', cards: 'Kort' },
  all: 'Alla',
  scan: 'Läs av en kod',
  scanTitle: 'Rikta kameran mot koden',
  scanWaiting: 'Ber om kameran …',
  scanNoCamera: 'Kameran kan inte användas: den saknas, eller så tilläts den inte. Skriv numret under koden i stället.',
  scanForeign: 'Den koden är ingen SEQR-faktura.',
  typeInstead: 'Skriv koden i stället',
  orType: 'eller skriv numret under koden',
  noMessages: 'Inga meddelanden. Banken skriver här, till exempel när en betalning har gått tillbaka.',
  cardsTitle: 'Kundkort',
  cardsText: 'Butiker som frågar efter kundkort får se dem innan du betalar.',
  noCards: 'Inga kort än.',
  cardName: 'Kortets namn',
  cardNumber: 'Nummer',
  addCard: 'Lägg till kortet',
  removeCard: (name) => `Ta bort ${name}`,
  cardStatus: { 0: 'visat för butiken', 1: 'godkänt', 90: 'spärrat', 99: 'gäller inte' },
  signedInAs: (name) => `Inloggad som ${name}`,
  switchPayer: 'Byt betalare',
  payersTitle: 'Vem betalar?',
  payersText: 'Varje betalare har ett eget konto, så att tester som körs samtidigt inte behöver dela.',
  current: 'Inloggad',
  newPayer: 'Ny betalare',
  newPayerName: 'Namn',
  create: 'Skapa',
  blocked: (time) => `Fel PIN-kod tre gånger: betalning är spärrad till ${time}.`,
  tillTitle: (merchant) => `Inget att betala hos ${merchant} än`,
  tillText: 'Fakturan visas här så snart kassan har skickat den.',

  invoice: 'Faktura',
  invoiceFrom: (merchant) => `Faktura från ${merchant}`,
  toWallet: 'Plånbok',
  total: 'Summa',
  rows: (count) => (count === 1 ? '1 vara' : `${count} rader`),
  payBefore: (time) => `Betala före ${time}`,
  pay: (sum) => `Betala ${sum}`,
  cancelPurchase: 'Avbryt köpet',
  youHave: (sum) => `Du har ${sum}`,

  pinTitle: 'Skriv din PIN-kod',
  pinFor: (sum, merchant) => `${sum} till ${merchant}`,
  pinLabel: 'PIN-kod',
  pinDelete: 'Ta bort sista siffran',
  pinBack: 'Tillbaka till fakturan',
  pinKeypad: 'Knappsats',
  confirm: 'Bekräfta betalningen',
  paying: 'Betalar …',

  refusals: {
    'wrong-pin': 'Fel PIN-kod. Inget är betalt; försök igen.',
    'pin-digits': 'PIN-koden har minst fyra siffror.',
    'pin-blocked': 'Fel PIN-kod tre gånger. Betalning är spärrad i en minut; inget är betalt.',
    'too-little-money': 'Pengarna räcker inte i den här valutan. Inget är betalt.',
    'cannot-reserve': 'Kontot kan inte reservera pengar, och det begär butiken. Inget är betalt.',
    changed: 'Butiken har just ändrat fakturan. Inget är betalt; titta på den nya summan.',
    closed: 'Inget betalades just nu. Så här står det till med fakturan.',
  },
  unreachable: 'Inget svar kom. Kontrollera uppkopplingen; fakturan visar om den är betald.',

  paid: 'Betalt',
  paidTo: (merchant) => `till ${merchant}`,
  paidAt: 'Tid',
  reference: 'Referens',
  newBalance: 'Nytt saldo',
  refunded: 'Återbetalt',
  refund: 'Återbetalning',
  givenBack: 'Åter till dig',
  done: 'Klar',
  backTo: (merchant) => `Tillbaka till ${merchant}`,
  goingBack: (merchant) => `Du skickas tillbaka till ${merchant} …`,
  stay: 'Stanna här',

  reserved: 'Reserverat',
  reservedText: 'Butiken har reserverat summan och drar den vid leverans.',
  waiting: 'Väntar på belopp…',
  waitingText: 'Butiken har inte bekräftat beloppet än. När den gör det öppnas fakturan av sig själv.',
  confirming: 'Betalar …',
  confirmingText: 'Banken arbetar på det. Kvittot visas här av sig självt.',
  canceled: 'Avbrutet',
  canceledText: 'Köpet är avbrutet. Inget är betalt.',
  canceledByShop: 'Butiken avbröt köpet. Inget är betalt.',
  lapsedText: 'Butiken drog inte de reserverade pengarna i tid. De är dina igen.',
  reversedText: 'Butiken hämtade inte betalningen i tid, så pengarna gick tillbaka till dig.',
  failed: 'Inte betalt',
  failedText: 'Betalningen gick inte igenom. Inget är betalt.',
  expired: 'För sent',
  expiredText: 'Tiden för att betala fakturan är ute. Inget är betalt. Butiken kan skicka en ny.',
  unknown: 'Ingen sådan faktura',
  unknownText: 'Det finns ingen faktura med den koden här. Kontrollera numret eller läs av koden igen.',
  openWallet: 'Öppna plånboken',
  notFound: 'Här finns inget',
  notFoundText: 'Sidan finns inte, eller så är sandlådan inte påslagen.',
  broken: 'Något gick fel',
  brokenText: 'Sidan kunde inte visas. Inga pengar flyttades av det.',
  retry: 'Försök igen',

  besideTitle: 'Betalarens telefon',
  besideText:
    'En låtsasplånbok för att prova SEQR-betalningar. Den öppnar fakturor med deras kod och betalar dem med pengar från en testbank.',
  besideScan: 'Läs av för att öppna den på en riktig telefon i samma nätverk.',
  besideConsole: 'Sandlådans konsol',
};

const texts: Record<Language, Texts> = { en, sv };

export function textsFor(language: Language): Texts {
  return texts[language];
}

/** Swedish time of day and date, whoever looks: SEQR's clock is Sweden's. */
export function formatTime(iso: string, language: Language): string {
  return new Intl.DateTimeFormat(language === 'sv' ? 'sv-SE' : 'en-GB', {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: 'Europe/Stockholm',
  }).format(new Date(iso));
}

/** Until when: the time of day, with the date unless it is today's, in Sweden. */
export function formatUntil(iso: string, language: Language, now: Date): string {
  const locale = language === 'sv' ? 'sv-SE' : 'en-GB';
  const day = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: 'Europe/Stockholm' });
  const date = day.format(new Date(iso));
  return date === day.format(now) ? formatHour(iso) : `${date}, ${formatHour(iso)}`;
}

/** `14:32`, in Sweden. */
export function formatHour(iso: string): string {
  return new Intl.DateTimeFormat('sv-SE', { timeStyle: 'short', timeZone: 'Europe/Stockholm' }).format(new Date(iso));
}
