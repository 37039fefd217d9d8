import type { CategorySeed } from '../types';

export const kitchenTable = {
  slug: 'kitchen-table',
  vatRate: 25_00,
  texts: {
    en: {
      name: 'Kitchen & table',
      intro: 'Tools for cooking and eating, made to be used every day and mended if need be.',
    },
    sv: {
      name: 'Kök & bord',
      intro: 'Redskap för spis och bord, gjorda för att användas varje dag och lagas när det behövs.',
    },
  },
  products: [
    {
      slug: 'stoneware-mug-morgon',
      price: 28900,
      stock: 46,
      texts: {
        en: {
          name: 'Morgon stoneware mug',
          summary: 'Thrown by hand, with a glaze that breaks to rust at the rim.',
          description: [
            'Tora Wikander throws her mugs in a former boathouse in Bohuslän. The clay is dark and speckled; the glaze is a misty blue that runs thin over the rim and lets the iron in the clay through. No two come out of the kiln quite alike.',
            'The handle takes three fingers, and the foot is left unglazed so that the mug stands steady on an uneven table.',
            'Stoneware. Holds 3 dl, height 9 cm, diameter 8.5 cm. Dishwasher and microwave safe.',
          ],
          imageAlt: 'A round-handled mug with misty blue glaze above a band of bare clay, steaming.',
        },
        sv: {
          name: 'Morgon, mugg i stengods',
          summary: 'Drejad för hand, med en glasyr som bryter i rost vid kanten.',
          description: [
            'Tora Wikander drejar sina muggar i en gammal sjöbod i Bohuslän. Leran är mörk och spräcklig, glasyren disigt blå. Vid kanten blir den så tunn att järnet i leran lyser igenom, och ingen mugg kommer ut ur ugnen precis likadan som den förra.',
            'Örat rymmer tre fingrar. Foten är oglaserad, så att muggen står stadigt även på ett ojämnt bord.',
            'Stengods. Rymmer 3 dl, höjd 9 cm, diameter 8,5 cm. Tål diskmaskin och mikrovågsugn.',
          ],
          imageAlt: 'En mugg med rundat öra och disigt blå glasyr ovanför ett band av bar lera, det ångar ur den.',
        },
      },
    },
    {
      slug: 'birch-butter-knife',
      price: 9500,
      stock: 200,
      texts: {
        en: {
          name: 'Birch butter knife',
          summary: 'Carved from one piece of birch, for left and right hands alike.',
          description: [
            'Elin Backlund in Hälsingland splits her blanks along the grain, so the blade can be thin without breaking. The last cut is made with a sharp knife rather than with sandpaper, and that is why the wood does not turn furry when it gets wet.',
            'Birch, finished with cold-pressed linseed oil. Length 19 cm. Wash by hand, dry lying flat, oil once a year.',
          ],
          imageAlt: 'A pale wooden butter knife across a piece of crispbread with butter.',
        },
        sv: {
          name: 'Smörkniv i björk',
          summary: 'Täljd ur ett enda stycke björk, lika bra för vänster som för höger hand.',
          description: [
            'Elin Backlund i Hälsingland klyver ämnena längs med fibrerna, och därför kan bladet vara tunt utan att gå av. Ytan är slutskuren med kniv i stället för slipad, så träet reser sig inte när det blir blött.',
            'Björk, behandlad med kallpressad linolja. Längd 19 cm. Diska för hand, låt torka liggande och olja in en gång om året.',
          ],
          imageAlt: 'En ljus smörkniv av trä som ligger över en bit knäckebröd med smör.',
        },
      },
    },
    {
      slug: 'forged-iron-pan',
      price: 129500,
      stock: 14,
      texts: {
        en: {
          name: 'Forged iron pan, 24 cm',
          summary: 'A thin, hand-hammered pan that is hot in a minute and lasts a lifetime.',
          description: [
            'The Ruukinoja smithy in southern Ostrobothnia hammers each pan out of a single sheet of iron, three millimetres at the base and two at the rim. It is half the weight of a cast pan and answers faster when you turn the heat down.',
            'It comes seasoned with rapeseed oil and grows darker and slicker with use. If it ever rusts: scrub, oil, heat, and go on.',
            'Wrought iron, handle riveted. Diameter 24 cm, length 44 cm, weight 1.4 kg. All hobs, induction included, and open fire. Rinse with hot water and wipe dry; no dishwasher.',
          ],
          imageAlt:
            'A dark iron frying pan seen from above, with hammer marks, a long riveted handle and butter melting in it.',
        },
        sv: {
          name: 'Smidd stekpanna, 24 cm',
          summary: 'En tunn, handhamrad panna som blir varm på en minut och räcker livet ut.',
          description: [
            'Smedjan Ruukinoja i södra Österbotten hamrar varje panna ur en enda järnplåt, tre millimeter i botten och två i kanten. Den väger hälften så mycket som en gjutjärnspanna och lyder fortare när man sänker värmen.',
            'Pannan är inbränd med rapsolja när den kommer och blir mörkare och halare ju mer den används. Skulle den rosta: skrubba, olja, hetta upp och fortsätt.',
            'Smidesjärn med nitat handtag. Diameter 24 cm, längd 44 cm, vikt 1,4 kg. För alla spisar, även induktion, och öppen eld. Skölj med hett vatten och torka torr; inte diskmaskin.',
          ],
          imageAlt:
            'En mörk stekpanna av järn sedd uppifrån, med hammarmärken, långt nitat handtag och smör som smälter.',
        },
      },
    },
    {
      slug: 'elm-cutting-board',
      price: 64500,
      stock: 22,
      texts: {
        en: {
          name: 'Elm cutting board',
          summary: 'A heavy board of storm-felled elm, with a hole to hang it by.',
          description: [
            'Elm has a grain that twists, so it does not split and is kind to the edge of a knife. Noret Workshop on Åland takes care of trees that have come down in storms, dries the planks for three years and planes each board from one piece.',
            'Expect lively figure, now and then a small sound knot, and a colour between honey and walnut.',
            'Elm, oiled. About 42 × 22 × 2.5 cm, weight 1.7 kg. Wipe clean, stand on edge to dry, oil when it looks thirsty.',
          ],
          imageAlt: 'A rounded wooden cutting board with strong grain, a leather loop in its hole, beside two onions.',
        },
        sv: {
          name: 'Skärbräda i alm',
          summary: 'En tung bräda av stormfälld alm, med hål att hänga den i.',
          description: [
            'Almens fibrer är vridna. Därför spricker brädan inte, och den är snäll mot knivseggen. Noret verkstad på Åland tar hand om träd som fallit i stormar, torkar plankorna i tre år och hyvlar varje bräda ur ett stycke.',
            'Räkna med livlig ådring, någon liten frisk kvist och en färg någonstans mellan honung och valnöt.',
            'Alm, oljad. Cirka 42 × 22 × 2,5 cm, vikt 1,7 kg. Torka av, låt torka på högkant och olja när den ser torr ut.',
          ],
          imageAlt: 'En rundad skärbräda av trä med kraftig ådring och en läderögla i hålet, bredvid två lökar.',
        },
      },
    },
    {
      slug: 'salt-and-pepper-shakers',
      price: 38500,
      stock: 30,
      texts: {
        en: {
          name: '"Salt & peppar" shakers',
          summary: 'Two turned shakers, one light and one dark, that are easy to tell apart.',
          description: [
            'The light one is birch, the dark one is bog oak that lay in a Småland marsh for some two thousand years. Turner Åke Hjortsberg fits both with a cork of their own and drills the salt five holes and the pepper three, so you know which one you have in your hand in the dark.',
            'Birch and bog oak, natural cork. Height 8 cm, diameter 5 cm. Sold as a pair. Wipe with a damp cloth.',
          ],
          imageAlt: 'Two small turned shakers side by side, one of pale birch and one of nearly black oak.',
        },
        sv: {
          name: 'Strörare, "Salt & peppar"',
          summary: 'Två svarvade strörare, en ljus och en mörk, så att man aldrig tar fel.',
          description: [
            'Den ljusa är av björk, den mörka av svartek som legat i en småländsk mosse i ett par tusen år. Svarvaren Åke Hjortsberg förser dem med varsin kork och borrar fem hål för saltet och tre för pepparn, så att man känner skillnad även i mörker.',
            'Björk och svartek, naturkork. Höjd 8 cm, diameter 5 cm. Säljs parvis. Torka av med fuktad trasa.',
          ],
          imageAlt: 'Två små svarvade strörare intill varandra, en av ljus björk och en av nästan svart ek.',
        },
      },
    },
    {
      slug: 'juniper-trivet',
      price: 14900,
      stock: 85,
      texts: {
        en: {
          name: 'Juniper trivet',
          summary: 'Thin rounds of juniper, strung together; they smell of forest when a hot pot lands on them.',
          description: [
            'Nineteen slices of juniper branch, drilled and strung on waxed linen thread. The warmth of a pot brings out the resin, a little less each year. The Hjortsberg family in Småland make them in winter from junipers that are cleared off pastures.',
            'Juniper, linen thread. Diameter about 18 cm, thickness 1 cm. Brush off crumbs; do not soak.',
          ],
          imageAlt: 'A trivet of small round slices of juniper, each with its growth rings, laid close together.',
        },
        sv: {
          name: 'Grytunderlägg i en',
          summary: 'Tunna enskivor på tråd, som doftar skog när en varm gryta ställs ner.',
          description: [
            'Nitton skivor av enegrenar, borrade och uppträdda på vaxad lintråd. Grytans värme lockar fram kådan, lite mindre för varje år. Familjen Hjortsberg i Småland gör dem om vintern av enar som röjs bort från betesmarker.',
            'En, lintråd. Diameter cirka 18 cm, tjocklek 1 cm. Borsta av smulor; lägg inte i blöt.',
          ],
          imageAlt: 'Ett grytunderlägg av små runda enskivor med synliga årsringar, tätt lagda intill varandra.',
        },
      },
    },
    {
      slug: 'enamel-coffee-pot',
      price: 89500,
      stock: 3,
      texts: {
        en: {
          name: 'Enamel coffee pot, 1.5 l',
          summary: 'A pot for boiled coffee, at home on the stove and on the embers.',
          description: [
            'A wide bottom for a quick boil, a lid that stays on when you pour and a spout set low enough to keep the grounds behind. The bail lets it hang over a fire; the grip at the back is for the kitchen.',
            'The pots are enamelled by hand at a small works in Telemark, twelve a day, which is why we rarely have many.',
            'Enamelled steel, handle of ash. Holds 1.5 l, some ten small cups. All hobs and open fire. Take the wooden grip off over flames. Wash by hand.',
          ],
          imageAlt: 'A pine-green enamel coffee pot with a wooden handle and a short spout, speckled with white.',
        },
        sv: {
          name: 'Kaffepanna i emalj, 1,5 l',
          summary: 'En panna för kokkaffe, lika hemma på spisen som på glöden.',
          description: [
            'Bred botten för snabbt uppkok, ett lock som sitter kvar när man häller och en pip som håller sumpen tillbaka. I bygeln kan pannan hängas över elden; greppet baktill är till för köket.',
            'Pannorna emaljeras för hand i en liten verkstad i Telemark, tolv om dagen. Därför har vi sällan många.',
            'Emaljerad plåt, grepp av ask. Rymmer 1,5 l, ungefär tio små koppar. För alla spisar och öppen eld. Ta av trägreppet över öppen låga. Diskas för hand.',
          ],
          imageAlt: 'En tallgrön kaffepanna i emalj med trähandtag och kort pip, stänkt med vitt.',
        },
      },
    },
  ],
} satisfies CategorySeed;
