/** The list of the shop's emails. */
export const mail = {
  title: 'Mail',
  intro: 'Emails to buyers and to the shop, newest first.',
  kept: 'No mail server is configured (SMTP_URL), so emails are stored here and not sent.',
  none: 'No emails yet.',
  columns: { when: 'Written', recipient: 'To', subject: 'Subject', state: 'State', order: 'Order' },
  states: { sent: 'Sent', waiting: 'Waiting', kept: 'Stored', refused: 'Rejected' },
  back: 'All emails',
  refusal: (words: string) => `The mail server rejected the email: ${words}`,
  asText: 'As plain text',
  body: 'The email',
  attachment: 'Attached: the receipt as PDF',
  older: 'Older',
  newest: 'Newest',
};

export type SentMailTexts = typeof mail;
