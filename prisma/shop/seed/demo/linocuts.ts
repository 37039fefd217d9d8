import type { CategorySeed } from '../types';

export const linocuts = {
  slug: 'linocuts',
  vatRate: 12_00,
  texts: {
    en: { name: 'Linocuts', intro: 'Original prints, cut and pulled by hand by the artist, numbered and signed.' },
    sv: {
      name: 'Linosnitt',
      intro: 'Originalgrafik, skuren och tryckt för hand av konstnären, numrerad och signerad.',
    },
  },
  products: [
    {
      slug: 'linocut-elk-at-the-bog',
      price: 95000,
      stock: 9,
      texts: {
        en: {
          name: 'Elk at the Bog',
          summary: 'Linocut by Saga Törnblad, edition of 40.',
          description: [
            'A bull elk between two pines, early enough for the mist to lie. Saga Törnblad cut two blocks, one for the mist and one for the rest, and printed them on a proofing press from 1911 at her studio in Västerbotten.',
            'Linocut in two colours on 250 g cotton paper. Sheet 40 × 40 cm, image 30 × 30 cm. Numbered 1–40 and signed in pencil; we send the lowest number that is left. Unframed, flat in cardboard.',
          ],
          imageAlt: 'A print on a drying line: an elk with broad antlers between two pines, in black and mist blue.',
        },
        sv: {
          name: 'Älg vid myren',
          summary: 'Linosnitt av Saga Törnblad, upplaga 40 exemplar.',
          description: [
            'En älgtjur mellan två tallar, så tidigt att dimman ännu ligger kvar. Saga Törnblad har skurit två plåtar, en för dimman och en för resten, och tryckt dem i en provtryckspress från 1911 i sin ateljé i Västerbotten.',
            'Linosnitt i två färger på 250 g bomullspapper. Ark 40 × 40 cm, bild 30 × 30 cm. Numrerat 1–40 och signerat med blyerts; vi skickar det lägsta nummer som finns kvar. Oramat, plant i kartong.',
          ],
          imageAlt: 'Ett grafiskt blad på torklinan: en älg med breda horn mellan två tallar, i svart och dimblått.',
        },
      },
    },
    {
      slug: 'linocut-westerly',
      price: 110000,
      stock: 6,
      texts: {
        en: {
          name: 'Westerly',
          summary: 'Linocut by Jón Eldar, edition of 30.',
          description: [
            'A lighthouse, a wave, and a gull that is having a better day than either. Jón Eldar works in Reykjanes and cuts straight into the block without a drawing, which is why his lines keep their speed.',
            'Linocut in two colours on Japanese mulberry paper. Sheet 35 × 50 cm, image 25 × 38 cm. Numbered 1–30 and signed in pencil. Unframed, rolled in a tube.',
          ],
          imageAlt: 'A print on a drying line: a striped lighthouse behind a breaking wave, in black and clay red.',
        },
        sv: {
          name: 'Västlig vind',
          summary: 'Linosnitt av Jón Eldar, upplaga 30 exemplar.',
          description: [
            'En fyr, en våg och en mås som har en bättre dag än båda. Jón Eldar arbetar på Reykjanes och skär direkt i plåten utan förlaga. Därför har linjerna farten kvar.',
            'Linosnitt i två färger på japanskt mullbärspapper. Ark 35 × 50 cm, bild 25 × 38 cm. Numrerat 1–30 och signerat med blyerts. Oramat, rullat i rör.',
          ],
          imageAlt: 'Ett grafiskt blad på torklinan: en randig fyr bakom en brytande våg, i svart och lerrött.',
        },
      },
    },
    {
      slug: 'linocut-three-pines',
      price: 85000,
      stock: 3,
      texts: {
        en: {
          name: 'Three Pines',
          summary: 'Linocut by Saga Törnblad, edition of 60. The last three.',
          description: [
            'Three pines on a slope, and the low sun that they shade each other from. It is the print that our shop has its name from, or the other way round; Saga and we do not agree.',
            'Linocut in one colour, the sun rolled on by hand, on 250 g cotton paper. Sheet 30 × 40 cm, image 22 × 30 cm. Numbered 1–60 and signed in pencil. Unframed, flat in cardboard.',
          ],
          imageAlt: 'A print on a drying line: three tall pines on a slope in front of a low ochre sun.',
        },
        sv: {
          name: 'Tre tallar',
          summary: 'Linosnitt av Saga Törnblad, upplaga 60 exemplar. De tre sista.',
          description: [
            'Tre tallar i en backe, och den låga solen som de skymmer för varandra. Butiken har fått sitt namn av bladet, eller om det var tvärtom; Saga och vi är inte överens.',
            'Linosnitt i en färg, solen valsad för hand, på 250 g bomullspapper. Ark 30 × 40 cm, bild 22 × 30 cm. Numrerat 1–60 och signerat med blyerts. Oramat, plant i kartong.',
          ],
          imageAlt: 'Ett grafiskt blad på torklinan: tre höga tallar i en backe framför en låg ockragul sol.',
        },
      },
    },
    {
      slug: 'linocut-pike-under-ice',
      price: 135000,
      stock: 1,
      texts: {
        en: {
          name: 'Pike under Ice',
          summary: 'Linocut by Petra Aalto, edition of 25. One left.',
          description: [
            'A pike hangs still in the water under a hole in the ice, and somebody up there is waiting. Petra Aalto in Kuopio printed the scales with a second, smaller block, pressed by hand with the back of a spoon.',
            'Linocut in two colours on 300 g cotton paper. Sheet 60 × 40 cm, image 48 × 28 cm. Number 23 of 25, signed in pencil. Unframed, rolled in a tube.',
          ],
          imageAlt: 'A print on a drying line: a long pike in dark water beneath a hole in the ice.',
        },
        sv: {
          name: 'Gädda under isen',
          summary: 'Linosnitt av Petra Aalto, upplaga 25 exemplar. Ett kvar.',
          description: [
            'En gädda står stilla i vattnet under ett hål i isen, och där uppe sitter någon och väntar. Petra Aalto i Kuopio har tryckt fjällen med en andra, mindre plåt, gnuggad för hand med baksidan av en sked.',
            'Linosnitt i två färger på 300 g bomullspapper. Ark 60 × 40 cm, bild 48 × 28 cm. Nummer 23 av 25, signerat med blyerts. Oramat, rullat i rör.',
          ],
          imageAlt: 'Ett grafiskt blad på torklinan: en lång gädda i mörkt vatten under ett hål i isen.',
        },
      },
    },
  ],
} satisfies CategorySeed;
