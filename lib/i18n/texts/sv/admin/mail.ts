import type { SentMailTexts } from '../../en/admin/mail';

export const mail: SentMailTexts = {
  title: 'E-post',
  intro: 'Mejl till köpare och till butiken, nyast först.',
  kept: 'Ingen e-postserver är inställd (SMTP_URL), så mejlen sparas här och skickas inte.',
  none: 'Inga mejl än.',
  columns: { when: 'Skrivet', recipient: 'Till', subject: 'Ämne', state: 'Status', order: 'Order' },
  states: { sent: 'Skickat', waiting: 'Väntar', kept: 'Sparat', refused: 'Avvisat' },
  back: 'Alla mejl',
  refusal: (words) => `E-postservern avvisade mejlet: ${words}`,
  asText: 'Som ren text',
  body: 'Mejlet',
  attachment: 'Bifogat: kvittot som PDF',
  older: 'Äldre',
  newest: 'Nyaste',
};
