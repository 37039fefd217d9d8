/** The frame of the back office, the sign-in page, the overview and the order list. */
export const backOffice = {
  switchTo: { language: 'sv', label: 'Svenska' },
  title: 'Back office',
  skip: 'Skip to content',
  sandbox: 'The SEQR sandbox is in use: no real money changes hands.',
  sandboxLabel: 'Demonstration',
  sandboxLink: 'Open its console',
  signOut: 'Sign out',
  signedInAs: (name: string) => `Signed in as ${name}`,
  nav: {
    label: 'Back office',
    overview: 'Overview',
    orders: 'Orders',
    products: 'Products',
    periods: 'Closing',
    vat: 'VAT',
    mail: 'Mail',
    audit: 'Changes',
    people: 'People',
    seqr: 'SEQR',
    certification: 'Certification',
  },
  notFound: {
    title: 'Page not found',
    text: 'This order or page does not exist. Check the address, or find it from the overview.',
  },
  notSent: {
    title: 'Form not accepted',
    why: {
      'no-key': 'The form was incomplete, so nothing was changed. Open it again and send it from there.',
      changed:
        'This form was already sent with other values. The first submission was kept. Open the form again to make changes.',
      unanswered:
        'This form was sent before, and its outcome is not known yet. Your action was not repeated. Check the page, and submit again only if it did not take effect.',
    },
    open: 'Open the form again',
  },
  signIn: {
    title: 'Sign in to the back office',
    name: 'Your name',
    nameHint: 'Shown next to your changes. The owner can type any name.',
    password: 'Password',
    submit: 'Sign in',
    wrong: 'Wrong name or password. Try again.',
    wait: (minutes: number) =>
      `Too many failed attempts. Try again in ${minutes === 1 ? 'a minute' : `${minutes} minutes`}.`,
    signedOut: 'You are signed out.',
    expired: 'Your session has ended, so nothing was changed. Sign in and try again.',
    passwordChanged: 'Your password is changed. Sign in with the new one.',
    unset: 'No password is set, so nobody can sign in. Set ADMIN_PASSWORD and restart the shop.',
  },
  methods: { seqr: 'SEQR', invoice: 'Bank transfer' },
  sent: 'Sent',
  toDeliver: 'To send',
  overview: {
    allWell: 'Nothing needs attention.',
    attentionTitle: (n: number) => (n === 1 ? '1 item needs attention' : `${n} items need attention`),
    attention: {
      'worker-missing':
        'No worker is running: no mail is sent, nothing is refunded, and SEQR may reverse payments. Start one with SHOP_ROLE=worker.',
      'seqr-down': 'SEQR has failed to respond several times in a row. The shop keeps trying; buyers can still order.',
      'payment-failed':
        'SEQR did not issue a usable invoice for this order, which is still unpaid. The buyer can try again.',
      'refund-unknown':
        'SEQR did not confirm a refund, so its outcome is unknown. Ask SEQR, then record the outcome on the order’s page.',
      'refund-transfer': 'A refund must be sent from the bank. Send it, then record it on the order’s page.',
      'order-review': 'A large order by bank transfer needs approval. It reserves no stock until you accept it.',
      'transfer-overdue': 'A bank transfer was paid in part, and the rest is overdue.',
      'period-lost':
        'SEQR’s response to the closing of a day was lost. Decide how to continue; no other day can be closed until then.',
      'period-wrong-id':
        'The period ID that was entered for a closing belongs to another one. Enter the right ID, or skip the closing.',
      'period-not-closed':
        'SEQR did not close a day, and that day is still open. Open the closing to see why, then start a new closing.',
      'period-waiting':
        'SEQR has not sent a day’s report. Open the closing to see why, and correct the period ID if it is wrong.',
      'period-refused': 'SEQR’s report for a day is invalid. Request it again.',
      'period-open': 'SEQR’s report for a day does not match the ledger. Resolve the differences.',
      'effect-failing': 'A background task keeps failing. The shop will retry; open the order to see why.',
    },
    today: 'Sold today',
    refundedToday: (amount: string) => `after ${amount} refunded`,
    orderCount: (n: number) => (n === 1 ? '1 order' : `${n} orders`),
    toDeliverHint: 'paid, not sent yet',
    openPayments: 'SEQR payments in progress',
    openTransfers: 'Expected bank transfers',
    salesByDay: 'Sales by day',
    asTable: 'Show as table',
    day: 'Day',
    orders: 'Orders',
    sales: 'Sales',
    outcomes: 'Payment outcomes, last 14 days',
    outcome: 'Outcome',
    payments: 'Payments',
    share: 'Share',
    noPayments: 'No payments yet.',
  },
  orders: {
    title: 'Orders',
    search: 'Search',
    searchHint: 'Number, name, email, city, postcode, product, article number, payment method or reference',
    state: 'State',
    anyState: 'All',
    from: 'From',
    to: 'To',
    apply: 'Show orders',
    clear: 'Clear filters',
    columns: { order: 'Order', when: 'When', customer: 'Customer', method: 'Payment', state: 'State', total: 'Total' },
    newer: '← Newer',
    older: 'Older →',
    export: 'Export as CSV',
    exportXlsx: 'Export as Excel (.xlsx)',
    tooManyForXlsx:
      'The Excel export is limited to 20,000 orders. Narrow the list by date or state, or export it as CSV.',
    none: 'No matching orders',
    noneHint: 'Try a shorter search, or another state or period.',
    noneYet: 'No orders yet',
    noneYetHint: 'New orders appear here.',
    shortcut: 'Press / to search',
  },
};

export type BackOfficeTexts = typeof backOffice;
