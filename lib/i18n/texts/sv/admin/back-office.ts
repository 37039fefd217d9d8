import type { BackOfficeTexts } from '../../en/admin/back-office';

export const backOffice: BackOfficeTexts = {
  switchTo: { language: 'en', label: 'English' },
  title: 'Butikskontoret',
  skip: 'Hoppa till innehållet',
  sandbox: 'SEQR-sandlådan används: inga riktiga pengar byter ägare.',
  sandboxLabel: 'Demonstration',
  sandboxLink: 'Öppna dess konsol',
  signOut: 'Logga ut',
  signedInAs: (name) => `Inloggad som ${name}`,
  nav: {
    label: 'Butikskontoret',
    overview: 'Översikt',
    orders: 'Ordrar',
    products: 'Varor',
    periods: 'Dagsavslut',
    vat: 'Moms',
    mail: 'E-post',
    audit: 'Ändringar',
    people: 'Personer',
    seqr: 'SEQR',
    certification: 'Certifiering',
  },
  notFound: {
    title: 'Sidan finns inte',
    text: 'Ordern eller sidan finns inte. Kontrollera adressen, eller leta från översikten.',
  },
  notSent: {
    title: 'Formuläret togs inte emot',
    why: {
      'no-key': 'Formuläret var ofullständigt, så ingenting ändrades. Öppna det igen och skicka det därifrån.',
      changed:
        'Formuläret har redan skickats med andra värden. De första värdena gäller. Öppna formuläret igen för att göra ändringar.',
      unanswered:
        'Formuläret har redan skickats, och resultatet är inte känt än. Åtgärden upprepades inte. Kontrollera sidan, och skicka igen bara om åtgärden inte gick igenom.',
    },
    open: 'Öppna formuläret igen',
  },
  signIn: {
    title: 'Logga in på butikskontoret',
    name: 'Ditt namn',
    nameHint: 'Visas bredvid dina ändringar. Ägaren kan skriva vilket namn som helst.',
    password: 'Lösenord',
    submit: 'Logga in',
    wrong: 'Fel namn eller lösenord. Försök igen.',
    wait: (minutes) =>
      `För många misslyckade försök. Försök igen om ${minutes === 1 ? 'en minut' : `${minutes} minuter`}.`,
    signedOut: 'Du är utloggad.',
    expired: 'Sessionen har gått ut, så ingenting ändrades. Logga in och försök igen.',
    passwordChanged: 'Ditt lösenord är bytt. Logga in med det nya.',
    unset: 'Inget lösenord är angivet, så ingen kan logga in. Ange ADMIN_PASSWORD och starta om butiken.',
  },
  methods: { seqr: 'SEQR', invoice: 'Banköverföring' },
  sent: 'Skickad',
  toDeliver: 'Att skicka',
  overview: {
    allWell: 'Inget behöver åtgärdas.',
    attentionTitle: (n) => (n === 1 ? '1 sak behöver åtgärdas' : `${n} saker behöver åtgärdas`),
    attention: {
      'worker-missing':
        'Ingen arbetsprocess körs: inga mejl skickas, inget återbetalas och SEQR kan återföra betalningar. Starta en med SHOP_ROLE=worker.',
      'seqr-down':
        'SEQR har inte svarat flera gånger i rad. Butiken fortsätter att försöka; det går fortfarande att beställa.',
      'payment-failed':
        'SEQR gav ingen användbar faktura för ordern, som fortfarande är obetald. Köparen kan försöka igen.',
      'refund-unknown':
        'SEQR har inte bekräftat en återbetalning, så utfallet är okänt. Fråga SEQR och registrera utfallet på ordersidan.',
      'refund-transfer': 'En återbetalning ska skickas från banken. Skicka den och registrera den på ordersidan.',
      'order-review': 'En stor beställning med banköverföring behöver godkännas. Inga varor reserveras innan dess.',
      'transfer-overdue': 'En banköverföring är delvis betald, och resten är försenad.',
      'period-lost':
        'SEQR:s svar på dagsavslutet gick förlorat. Bestäm hur du går vidare; ingen annan dag kan stängas innan dess.',
      'period-wrong-id':
        'Det id som angavs för ett dagsavslut tillhör ett annat. Ange rätt id, eller hoppa över dagsavslutet.',
      'period-not-closed':
        'En dag kunde inte stängas hos SEQR och är fortfarande öppen. Öppna dagsavslutet för att se varför, och gör sedan ett nytt.',
      'period-waiting':
        'SEQR har inte skickat rapporten för en dag. Öppna dagsavslutet för att se varför, och rätta id:t om det är fel.',
      'period-refused': 'SEQR:s rapport för en dag är ogiltig. Begär den igen.',
      'period-open': 'SEQR:s rapport för en dag stämmer inte med bokföringen. Red ut skillnaderna.',
      'effect-failing':
        'En bakgrundsuppgift misslyckas gång på gång. Butiken försöker igen; öppna ordern för att se varför.',
    },
    today: 'Sålt i dag',
    refundedToday: (amount) => `efter ${amount} återbetalt`,
    orderCount: (n) => (n === 1 ? '1 order' : `${n} ordrar`),
    toDeliverHint: 'betalda, inte skickade än',
    openPayments: 'Pågående SEQR-betalningar',
    openTransfers: 'Förväntade banköverföringar',
    salesByDay: 'Försäljning per dag',
    asTable: 'Visa som tabell',
    day: 'Dag',
    orders: 'Ordrar',
    sales: 'Försäljning',
    outcomes: 'Betalningarnas utfall de senaste 14 dagarna',
    outcome: 'Utfall',
    payments: 'Betalningar',
    share: 'Andel',
    noPayments: 'Inga betalningar än.',
  },
  orders: {
    title: 'Ordrar',
    search: 'Sök',
    searchHint: 'Nummer, namn, e-post, ort, postnummer, vara, artikelnummer, betalsätt eller referens',
    state: 'Status',
    anyState: 'Alla',
    from: 'Från',
    to: 'Till',
    apply: 'Visa ordrar',
    clear: 'Rensa filter',
    columns: { order: 'Order', when: 'När', customer: 'Kund', method: 'Betalning', state: 'Status', total: 'Summa' },
    newer: '← Nyare',
    older: 'Äldre →',
    export: 'Exportera som CSV',
    exportXlsx: 'Exportera som Excel (.xlsx)',
    tooManyForXlsx:
      'En .xlsx-fil rymmer högst 20 000 ordrar. Begränsa listan med datum eller status, eller exportera den som CSV.',
    none: 'Inga matchande ordrar',
    noneHint: 'Sök på färre ord, eller välj en annan status eller period.',
    noneYet: 'Inga ordrar än',
    noneYetHint: 'Nya ordrar visas här.',
    shortcut: 'Tryck / för att söka',
  },
};
