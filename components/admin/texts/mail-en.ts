/** The mails that the shop wrote. */
export const mailEn = {
  title: 'Mail',
  intro: 'What the shop wrote to its buyers, newest first.',
  kept: 'No mail server is configured (SMTP_URL), so mails are kept here and sent to nobody.',
  none: 'No mail has been written yet.',
  columns: { when: 'Written', recipient: 'To', subject: 'Subject', state: 'State', order: 'Order' },
  states: { sent: 'Sent', waiting: 'Waiting', kept: 'Kept', refused: 'Refused' },
  back: 'All mail',
  refusal: (words: string) => `The mail server refused it: ${words}`,
  asText: 'As plain text',
  body: 'The mail',
  attachment: 'Attached: the receipt as PDF',
  older: 'Older',
  newest: 'Newest',
};

export type MailTexts = typeof mailEn;
