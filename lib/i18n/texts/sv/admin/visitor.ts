import type { AdminTexts } from '../../en/admin';

export const visitor: AdminTexts['visitor'] = {
  title: 'Dina beställningar',
  intro: 'Det här är handlarens butikskontor. I den här demonstrationen visar det bara dina egna beställningar.',
  none: 'Du har ingen beställning ännu. Köp något i butiken och kom tillbaka.',
  closedTitle: 'Stängt i den här demonstrationen',
  closed:
    'Uppladdning, import, personer, inställningar, export och sortimentet är stängda här, eftersom främlingar delar butiken. Kör butiken själv för att se allt.',
  back: 'Visa dina beställningar',
  signIn: 'Logga in som ägare',
  periods: 'Den här demonstrationen stänger dagen själv och jämför den med SEQR:s rapport.',
  mails: 'Mejlen om dina beställningar, till dig och till butiken. Inget skickas från den här demonstrationen.',
  noPeriods: 'Ingen dag har stängts ännu.',
  compared: (matched, open) =>
    `${matched === 1 ? '1 bokning stämmer' : `${matched} bokningar stämmer`} med SEQR:s rapport, ${open === 1 ? '1 avviker' : `${open} avviker`}.`,
};
