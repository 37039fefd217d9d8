/** What a visitor of a demonstration sees in the back office (DEMO=on). */
export const visitor = {
  title: 'Your orders',
  intro: 'This is the merchant’s back office. In this demonstration it shows your own orders only.',
  none: 'You have no order yet. Buy something in the shop, then come back.',
  closedTitle: 'Closed in this demonstration',
  closed:
    'Uploads, imports, people, settings, exports and the catalogue are closed here, because strangers share this shop. Run the shop yourself to see all of it.',
  back: 'Show your orders',
  signIn: 'Sign in as the owner',
  periods: 'This demonstration closes its day itself and compares it with SEQR’s report.',
  mails: 'The mails about your orders, to you and to the shop. None leaves this demonstration.',
  noPeriods: 'No day has been closed yet.',
  compared: (matched: number, open: number) =>
    `${matched === 1 ? '1 booking matches' : `${matched} bookings match`} SEQR’s report, ${open === 1 ? '1 differs' : `${open} differ`}.`,
};
