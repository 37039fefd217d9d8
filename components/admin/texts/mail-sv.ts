import type { MailTexts } from './mail-en';

export const mailSv: MailTexts = {
  title: 'E-post',
  intro: 'Vad butiken har skrivit till sina köpare, nyast först.',
  kept: 'Ingen e-postserver är inställd (SMTP_URL), så breven sparas här och skickas till ingen.',
  none: 'Inget brev är skrivet ännu.',
  columns: { when: 'Skrivet', recipient: 'Till', subject: 'Ämne', state: 'Läge', order: 'Order' },
  states: { sent: 'Skickat', waiting: 'Väntar', kept: 'Sparat', refused: 'Nekat' },
  back: 'Alla brev',
  refusal: (words) => `E-postservern nekade det: ${words}`,
  asText: 'Som ren text',
  body: 'Brevet',
  attachment: 'Bifogat: kvittot som PDF',
  older: 'Äldre',
  newest: 'Nyaste',
};
