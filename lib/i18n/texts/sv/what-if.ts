import type { WhatIfTexts } from '../en/what-if';

export const whatIf: WhatIfTexts = {
  title: 'Tänk om …?',
  hint: 'Låt något gå fel med den här betalningen och se vad butiken gör. Ingen annan påverkas. Några knappar betalar också, med sandlådans pengar.',
  outcomeTitle: 'Vad butiken gjorde',
  refused:
    'Det går inte att prova nu: ett annat försök pågår, betalningen väntar inte längre på en betalare eller så svarar inte SEQR:s sandlåda. Vänta en minut och försök igen.',
  buttons: {
    network: { label: 'Låt nätet dö', text: 'Förbindelsen med SEQR bryts fyra gånger efter att någon har betalat.' },
    down: { label: 'Låt SEQR ligga nere', text: 'SEQR svarar med fel 503 fyra gånger efter att någon har betalat.' },
    lost: {
      label: 'Tappa svaret',
      text: 'Betalaren avbryter. Butiken ber om en ny kod, och SEQR:s svar kommer aldrig fram.',
    },
    money: { label: 'Sakna pengar', text: 'En betalare med tomt konto bekräftar.' },
    slow: { label: 'Var för långsam', text: 'Någon betalar, men SEQR hör inte av butiken på 20 sekunder.' },
    twice: {
      label: 'Betala två gånger',
      text: 'Två betalare bekräftar samma faktura, och SEQR upprepar sin avisering.',
    },
  },
  pending: {
    network: (failed) =>
      `${failed} anrop till SEQR har misslyckats hittills. Betalaren har betalat, och butiken frågar tills SEQR svarar.`,
    down: (failed) =>
      `SEQR har hittills inte kunnat svara på ${failed} anrop. Betalaren har betalat, och butiken fortsätter att fråga.`,
    lost: 'Butiken väntar på att SEQR bekräftar avbrottet och ber sedan om en ny kod.',
    money: 'SEQR har inte nekat betalaren. Butiken väntar på betalningen.',
    slow: 'Betalaren har betalat, men SEQR hör inte av butiken. Efter 20 sekunder återför SEQR betalningen.',
    twice: 'Två betalare har bekräftat. Butiken frågar SEQR om fakturan.',
  },
  done: {
    network: (failed, seconds) =>
      `${failed} anrop till SEQR misslyckades. Butiken fortsatte att fråga och kände till betalningen efter ${seconds} s. Efter 20 hade SEQR återfört den.`,
    down: (failed, seconds) =>
      `SEQR kunde inte svara på ${failed} anrop. Butiken fortsatte att fråga och kände till betalningen efter ${seconds} s.`,
    lost: 'Butiken kan inte veta om SEQR utfärdade fakturan. Den upprepade inte anropet och visar aldrig den fakturans kod. Hämta en ny kod för att gå vidare.',
    money:
      'SEQR nekade betalaren och drog inga pengar. Ordern är obetald, och butiken väntar fortfarande med samma kod.',
    slow: 'SEQR återförde betalningen, så betalaren har pengarna tillbaka. Butiken frågade SEQR igen, fick veta det och lät ordern vara obetald.',
    twice:
      'SEQR debiterade bara den första betalaren och nekade den andra. Butiken bokförde en betalning, oavsett hur många aviseringar som kom.',
  },
};
