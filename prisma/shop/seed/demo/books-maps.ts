import type { CategorySeed } from '../types';

export const booksMaps = {
  slug: 'books-maps',
  vatRate: 6_00,
  texts: {
    en: { name: 'Books & maps', intro: 'For finding your way: in the kitchen, in the forest and in the sky.' },
    sv: { name: 'Böcker & kartor', intro: 'För att hitta rätt: i köket, i skogen och på himlen.' },
  },
  products: [
    {
      slug: 'soup-bread-and-quiet',
      price: 28900,
      stock: 25,
      texts: {
        en: {
          name: 'Soup, Bread & Quiet',
          summary: 'Fifty-two soups, one for each week, and the bread to go with them.',
          description: [
            'Ingrid Salmela cooked in a mountain lodge for twenty years and never served the same soup two weeks running. Her book follows the year: nettles in May, crayfish shells in August, swede and barley in February. Every recipe fits on one page and feeds four.',
            'Hardback, 176 pages, in English. Illustrated by the author. 17 × 24 cm, printed in Estonia on uncoated paper. Lies flat when open.',
          ],
          imageAlt: 'A book with a clay-red cover that shows a steaming bowl, a wooden spoon on top.',
        },
        sv: {
          name: 'Soppa, bröd & ro',
          summary: 'Femtiotvå soppor, en för varje vecka, och bröden som hör till.',
          description: [
            'Ingrid Salmela lagade mat på en fjällstation i tjugo år och serverade aldrig samma soppa två veckor i rad. Boken följer året: nässlor i maj, kräftskal i augusti, kålrot och korngryn i februari. Varje recept får plats på en sida och räcker till fyra.',
            'Inbunden, 176 sidor, på engelska. Illustrerad av författaren. 17 × 24 cm, tryckt i Estland på obestruket papper. Ligger öppen av sig själv.',
          ],
          imageAlt: 'En bok med lerrött omslag där en skål ryker, med en träsked ovanpå.',
        },
      },
    },
    {
      slug: 'birds-by-ear',
      price: 24500,
      stock: 38,
      texts: {
        en: {
          name: 'Birds by Ear',
          summary: 'A field guide to sixty Nordic birds, sorted by what they sound like.',
          description: [
            'You usually hear a bird before you see it. So this guide does not begin with families and feathers but with the sound: one note or many, rising or falling, from a treetop or from the reeds. A small graph shows each song, in a notation that you can read after ten minutes.',
            'Paperback with flaps, 144 pages, in English. 12 × 19 cm, fits a jacket pocket. Washable cover.',
          ],
          imageAlt: 'A pocket book with a robin singing on its cover, notes as rising dots.',
        },
        sv: {
          name: 'Fåglar på gehör',
          summary: 'En fälthandbok om sextio nordiska fåglar, ordnade efter hur de låter.',
          description: [
            'Oftast hör man fågeln innan man ser den. Därför börjar den här boken inte med släkten och fjädrar utan med lätet: en ton eller många, stigande eller fallande, från en trädtopp eller ur vassen. En liten kurva visar varje sång, med en skrift som man lär sig på tio minuter.',
            'Häftad med flikar, 144 sidor, på engelska. 12 × 19 cm, går ner i jackfickan. Avtorkbart omslag.',
          ],
          imageAlt: 'En fickbok med en sjungande rödhake på omslaget, tonerna som stigande prickar.',
        },
      },
    },
    {
      slug: 'mend-it-first',
      price: 22900,
      stock: 31,
      texts: {
        en: {
          name: 'Mend It First',
          summary: 'Elbows, zips, chair legs and chipped cups: eighty repairs for the kitchen table.',
          description: [
            'Eighty repairs that need no workshop, in order of difficulty. Each begins with an honest estimate: how long it takes, what it costs, and when it is better to give up. With a chapter on darning socks that has ended several quarrels.',
            'Hardback, 200 pages, in English. Step-by-step drawings. 18 × 22 cm, thread-sewn, so that it can be mended itself.',
          ],
          imageAlt: 'A mist-blue book with a darned patch on its cover, a needle and ochre thread beside it.',
        },
        sv: {
          name: 'Laga först',
          summary: 'Armbågar, blixtlås, stolsben och kantstötta koppar: åttio lagningar vid köksbordet.',
          description: [
            'Åttio lagningar som inte kräver någon verkstad, ordnade efter svårighet. Var och en börjar med en ärlig uppskattning: hur lång tid det tar, vad det kostar och när det är bättre att ge upp. Med ett kapitel om strumpstoppning som har löst flera familjegräl.',
            'Inbunden, 200 sidor, på engelska. Tecknade steg för steg. 18 × 22 cm, trådhäftad, så att den själv går att laga.',
          ],
          imageAlt: 'En dimblå bok med en stoppad lapp på omslaget, bredvid ligger nål och ockragul tråd.',
        },
      },
    },
    {
      slug: 'winter-sky-atlas',
      price: 34900,
      stock: 17,
      texts: {
        en: {
          name: 'Winter Sky: a Star Atlas',
          summary: 'Twelve charts of the dark months, for latitudes 55 to 70 north.',
          description: [
            'Most star atlases are drawn for people who live further south. This one shows the sky as it stands over Gothenburg, Trondheim and Kiruna from October to March, at eight in the evening: what is up, what never sets, and where the northern lights begin.',
            'The charts are printed in pale yellow on dark blue and can be read by a red lamp.',
            'Hardback with elastic band, 64 pages, in English and Latin. 24 × 30 cm.',
          ],
          imageAlt: 'A large dark-blue book whose cover shows a constellation above a line of pines.',
        },
        sv: {
          name: 'Vinterhimlen, en stjärnatlas',
          summary: 'Tolv kartor över de mörka månaderna, för 55 till 70 grader nord.',
          description: [
            'De flesta stjärnatlaser är ritade för människor längre söderut. Den här visar himlen som den står över Göteborg, Trondheim och Kiruna från oktober till mars klockan åtta på kvällen: vad som är uppe, vad som aldrig går ner och var norrskenet börjar.',
            'Kartorna är tryckta i ljust gult på mörkblått och går att läsa i rött lampsken.',
            'Inbunden med gummiband, 64 sidor, på engelska och latin. 24 × 30 cm.',
          ],
          imageAlt: 'En stor mörkblå bok med en stjärnbild ovanför en rad tallar på omslaget.',
        },
      },
    },
    {
      slug: 'walking-map-soralven',
      price: 17900,
      stock: 55,
      texts: {
        en: {
          name: 'Walking map: Sörälven & the Nine Tarns',
          summary: 'Eleven day walks at 1:25 000, with springs, shelters and the last bus home.',
          description: [
            'Surveyed on foot over four summers by two retired forestry teachers. Paths are graded by how wet your feet get. Springs that do not dry up are marked, and so are the nineteen wind shelters and the bus stops.',
            'Folded map, printed on both sides on tear-proof, waterproof paper. 100 × 70 cm open, 12 × 20 cm folded. In English, Swedish and Finnish.',
          ],
          imageAlt: 'A folded map, partly open, with contour lines, a river, small lakes and a dotted path.',
        },
        sv: {
          name: 'Vandringskarta: Sörälven & Nio tjärnar',
          summary: 'Elva dagsturer i skala 1:25 000, med källor, vindskydd och sista bussen hem.',
          description: [
            'Två pensionerade skogsbrukslärare har gått upp hela kartan till fots under fyra somrar. Stigarna är graderade efter hur blöt man blir om fötterna. Källor som inte sinar är utmärkta, liksom de nitton vindskydden och busshållplatserna.',
            'Vikt karta, tryckt på båda sidor på rivtåligt och vattentätt papper. 100 × 70 cm utvikt, 12 × 20 cm hopvikt. På svenska, engelska och finska.',
          ],
          imageAlt: 'En vikt karta, delvis öppen, med höjdkurvor, en älv, små tjärnar och en prickad stig.',
        },
      },
    },
    {
      slug: 'outer-skerries-wall-map',
      price: 42000,
      stock: 20,
      texts: {
        en: {
          name: 'Wall map of the outer skerries',
          summary: 'Two thousand islands in four colours, for the wall above the kitchen sofa.',
          description: [
            'Cartographer Signe Hallberg has drawn the outer archipelago without roads, borders or place names that nobody uses: only rock, pine, sand and depth. The sea is shown in six steps, so you can see why the old sailing routes run as they do.',
            'Offset on 200 g uncoated paper, 60 × 80 cm. Comes rolled in a tube, without battens.',
          ],
          imageAlt: 'A wall map between two wooden battens: green and ochre islands in a sea of blue steps.',
        },
        sv: {
          name: 'Väggkarta över ytterskären',
          summary: 'Två tusen öar i fyra färger, till väggen ovanför kökssoffan.',
          description: [
            'Kartografen Signe Hallberg har ritat ytterskärgården utan vägar, gränser och ortnamn som ingen använder: bara berg, tall, sand och djup. Havet är återgivet i sex steg, så att man ser varför de gamla segellederna går som de gör.',
            'Offsettryck på 200 g obestruket papper, 60 × 80 cm. Levereras rullad i rör, utan lister.',
          ],
          imageAlt: 'En väggkarta mellan två trälister: gröna och ockragula öar i ett hav av blå steg.',
        },
      },
    },
  ],
} satisfies CategorySeed;
