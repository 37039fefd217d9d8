import type { CategorySeed } from '../types';

export const woolLinen = {
  slug: 'wool-linen',
  vatRate: 25_00,
  texts: {
    en: {
      name: 'Wool & linen',
      intro: 'Woven, knitted and felted by people who know which sheep and which field it came from.',
    },
    sv: {
      name: 'Ull & linne',
      intro: 'Vävt, stickat och tovat av människor som vet vilka får och vilken åker det kommer från.',
    },
  },
  products: [
    {
      slug: 'lambswool-blanket-skymning',
      price: 189500,
      stock: 12,
      texts: {
        en: {
          name: 'Skymning lambswool blanket',
          summary: 'A warm, light blanket in the colours of a November afternoon.',
          description: [
            'Woven in Jämtland on a loom from 1956, in bands that go from mist by way of ochre to pine. The wool is the first clip of the year from three neighbouring farms; it is brushed once, on one side only, so it has a soft face and a smooth one.',
            'Big enough for two on a sofa, light enough to take along to the jetty.',
            'Pure Swedish lambswool. 130 × 190 cm including fringes, weight 950 g. Air it rather than washing it; wool programme at 30 °C when you must.',
          ],
          imageAlt: 'A folded wool blanket in bands of mist blue, ochre and pine green, with a fringe.',
        },
        sv: {
          name: 'Skymning, filt i lammull',
          summary: 'En varm och lätt filt i samma färger som en eftermiddag i november.',
          description: [
            'Vävd i Jämtland i en vävstol från 1956, i band som går från dimma över ockra till tall. Ullen är årets första klipp från tre granngårdar. Den borstas en gång och bara på ena sidan, så filten har en mjuk sida och en slät.',
            'Stor nog för två i soffan, lätt nog att ta med ner till bryggan.',
            'Ren svensk lammull. 130 × 190 cm med fransar, vikt 950 g. Vädra hellre än tvätta; ullprogram 30 °C om det verkligen behövs.',
          ],
          imageAlt: 'En hopvikt ullfilt i band av dimblått, ockra och tallgrönt, med fransar.',
        },
      },
    },
    {
      slug: 'linen-tea-towels',
      price: 32000,
      stock: 64,
      texts: {
        en: {
          name: 'Linen tea towels, set of two',
          summary: 'They leave no lint on the glass, and dry better the older they get.',
          description: [
            'One towel is checked, the other striped; both are woven of long-fibre flax at Hedlunda in Hälsingland. New linen is a little stiff and slow. Give it three washes and it will take up water at once.',
            'Pure linen with a loop of cotton tape. 50 × 70 cm each. Wash at 60 °C, shrinks about 5 %. Hang wet and you will not need to iron.',
          ],
          imageAlt: 'Two linen towels hanging from wooden pegs, one checked in clay red and one striped in blue.',
        },
        sv: {
          name: 'Kökshanddukar i linne, två stycken',
          summary: 'De lämnar inget ludd på glasen och torkar bättre ju äldre de blir.',
          description: [
            'Den ena handduken är rutig, den andra randig, och båda är vävda av långfibrigt lin på Hedlunda i Hälsingland. Nytt linne är lite styvt och motvilligt. Efter tre tvättar suger det genast.',
            'Helt linne, hängare av bomullsband. 50 × 70 cm vardera. Tvättas i 60 °C, krymper cirka 5 %. Häng upp dem blöta, så slipper du stryka.',
          ],
          imageAlt: 'Två linnehanddukar som hänger på träknoppar, en rutig i lerrött och en randig i blått.',
        },
      },
    },
    {
      slug: 'twined-mittens',
      price: 74500,
      stock: 2,
      texts: {
        en: {
          name: 'Twined-knit mittens',
          summary: 'Knitted with two ends of yarn: dense, windproof and very slow to make.',
          description: [
            'In twined knitting two strands are twisted round each other between every stitch. It takes three times as long as ordinary knitting and gives a fabric that wind and wet snow do not get through. Kerstin Sjödahl in Dalarna makes perhaps two pairs a week, from October to March.',
            'The pattern on the back of the hand is a pine seen from its top.',
            'Wool from Swedish Rya sheep. Length 27 cm, fits hand sizes 7 to 9. Wash by hand in lukewarm water and dry flat.',
          ],
          imageAlt: 'A pair of grey knitted mittens with a cream star pattern on the backs and striped cuffs.',
        },
        sv: {
          name: 'Tvåändsstickade vantar',
          summary: 'Stickade med två garnändar: täta, vindtåliga och mycket långsamma att göra.',
          description: [
            'I tvåändsstickning tvinnas två trådar om varandra mellan varje maska. Det tar tre gånger så lång tid som vanlig stickning och ger en vante som varken vind eller blötsnö tränger igenom. Kerstin Sjödahl i Dalarna hinner med ett par–två i veckan, från oktober till mars.',
            'Mönstret på handryggen är en tall sedd från toppen.',
            'Ull från svenska ryafår. Längd 27 cm, passar handstorlek 7–9. Handtvätt i ljummet vatten, plantorkas.',
          ],
          imageAlt: 'Ett par grå stickade vantar med gräddvitt stjärnmönster på handryggen och randig mudd.',
        },
      },
    },
    {
      slug: 'grey-wool-socks',
      price: 24500,
      stock: 120,
      texts: {
        en: {
          name: 'Grey wool socks',
          summary: 'Thick socks with reinforced heels, for boots, cabins and cold floors.',
          description: [
            'Undyed grey wool, spun in Jämtland and knitted on a 1930s machine that makes a heel as it should be. The sole is looped on the inside. A thread of nylon in heel and toe makes them last; the rest is wool.',
            'A strand of the same yarn comes with every pair, for the day when a toe comes through.',
            '85 % wool, 15 % nylon. One size, 38–43. Wool programme 40 °C.',
          ],
          imageAlt: 'A pair of thick grey wool socks with ochre heels and toes and two stripes at the top.',
        },
        sv: {
          name: 'Grå raggsockor',
          summary: 'Tjocka sockor med förstärkt häl, för stövlar, stugor och kalla golv.',
          description: [
            'Ofärgad grå ull, spunnen i Jämtland och stickad på en maskin från 1930-talet som gör hälar så som de ska vara. Sulan är frotterad på insidan. En nylontråd i häl och tå gör dem slitstarka, resten är ull.',
            'Med varje par följer en tråd av samma garn, till den dag då en tå tittar ut.',
            '85 % ull, 15 % nylon. En storlek, 38–43. Ullprogram 40 °C.',
          ],
          imageAlt: 'Ett par tjocka grå raggsockor med ockrafärgad häl och tå och två ränder upptill.',
        },
      },
    },
    {
      slug: 'linen-apron',
      price: 69000,
      stock: 18,
      texts: {
        en: {
          name: 'Linen apron',
          summary: 'A full-length apron with crossed straps, so nothing pulls at your neck.',
          description: [
            'The straps cross at the back and carry the weight on the shoulders; there is nothing to tie. One wide pocket in front takes both hands, or a tea towel and a pencil. Sewn by Anna Rosvall in Umeå, four sizes of people in mind, one size of apron.',
            'Washed linen, 240 g/m². Length 92 cm, width 80 cm. Wash at 60 °C; it softens and fades slowly.',
          ],
          imageAlt: 'A clay-red linen apron on a peg, with crossed straps and one wide pocket.',
        },
        sv: {
          name: 'Förkläde i linne',
          summary: 'Ett långt förkläde med korsade band, så att inget drar i nacken.',
          description: [
            'Banden korsas på ryggen och lägger tyngden på axlarna; det finns ingenting att knyta. Den breda fickan fram rymmer båda händerna, eller en handduk och en penna. Sytt av Anna Rosvall i Umeå, i en storlek som passar de flesta.',
            'Tvättat linne, 240 g/m². Längd 92 cm, bredd 80 cm. Tvättas i 60 °C; mjuknar och bleknar med tiden.',
          ],
          imageAlt: 'Ett lerrött linneförkläde på en krok, med korsade band och en bred ficka.',
        },
      },
    },
    {
      slug: 'felted-slippers',
      price: 89500,
      stock: 0,
      texts: {
        en: {
          name: 'Felted slippers',
          summary: 'Seamless felt from a Gotland farm, with a sole of leather.',
          description: [
            'Felted in one piece over a last, so there is no seam to chafe. The wool comes from the Gotland sheep at the farm itself and keeps its own colour, a warm dark grey. The leather soles are sewn on and can be replaced; write to us when yours have worn through.',
            'Wool felt, vegetable-tanned leather. Sizes run from 36 to 45; the size is agreed by e-mail after the order. Brush off dirt when dry.',
          ],
          imageAlt: 'A pair of dark grey felt slippers with an ochre rim and leather soles.',
        },
        sv: {
          name: 'Tovade tofflor',
          summary: 'Sömlös filt från en gård på Gotland, med sula av läder.',
          description: [
            'Tovade i ett stycke över läst, så det finns ingen söm som skaver. Ullen kommer från gårdens egna gotlandsfår och har behållit sin färg, en varm mörkgrå. Lädersulorna är påsydda och går att byta; hör av dig när dina är utslitna.',
            'Ullfilt, vegetabiliskt garvat läder. Storlek 36–45; vi stämmer av storleken per e-post efter beställningen. Borstas när de är torra.',
          ],
          imageAlt: 'Ett par mörkgrå filttofflor med ockrafärgad kant och lädersula.',
        },
      },
    },
  ],
} satisfies CategorySeed;
