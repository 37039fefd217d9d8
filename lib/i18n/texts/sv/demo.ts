import type { ShopTexts } from '../en/shop';

export const demo: ShopTexts['demo'] = {
  payHere: 'Betala på den här skärmen',
  mails: {
    link: 'Läs mejlen om den här beställningen',
    title: 'Mejl om beställningen',
    intro: 'Inga mejl skickas från den här demonstrationen. Här är det som butiken skulle ha mejlat dig.',
    none: 'Det finns inga mejl ännu. Butiken skriver ett när beställningen betalas, återbetalas eller avbryts.',
    back: 'Tillbaka till beställningen',
  },
  tours: {
    what: 'En webbutik med SEQR-betalning att prova: allt fungerar, och inga riktiga pengar byter ägare.',
    intro: 'Varje rundtur tar ungefär en minut. Gamla beställningar raderas automatiskt.',
    start: 'Börja rundturen',
    openOffice: 'Öppna butikskontoret',
    buyer: 'Kim Besökare',
    phone: {
      title: 'Handla med telefonen',
      steps: [
        'Börja. Kassan är redan ifylld; skicka beställningen.',
        'Skanna koden med telefonens kamera.',
        'Bekräfta med PIN-koden 1234 och titta på den här skärmen.',
      ],
    },
    screen: {
      title: 'Handla på den här skärmen',
      steps: [
        'Börja. Kassan är redan ifylld; skicka beställningen.',
        'Välj ”Betala på den här skärmen” under koden.',
        'Bekräfta med PIN-koden 1234. Kvittot finns i den första fliken.',
      ],
    },
    merchant: {
      title: 'Prova som handlare',
      steps: [
        'Köp först något, som ovan.',
        'Öppna butikskontoret utan lösenord: det visar dina beställningar.',
        'Återbetala beställningen och läs mejlet om det.',
      ],
    },
    breakIt: {
      title: 'Ha sönder det',
      steps: [
        'Börja, skicka beställningen och öppna betalningen.',
        'Använd PIN-koden 0002 (inga pengar) eller 0001 (betalningen misslyckas), eller stäng sidan.',
        'Se vad butiken säger. Betala sedan med 1234.',
      ],
    },
  },
};
