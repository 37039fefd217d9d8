import type { CategorySeed } from '../types';

export const pantry = {
  slug: 'pantry',
  vatRate: 6_00,
  texts: {
    en: { name: 'Pantry', intro: 'Things that keep: picked, baked, roasted and dried in small batches.' },
    sv: { name: 'Skafferi', intro: 'Sådant som håller sig: plockat, bakat, rostat och torkat i små satser.' },
  },
  products: [
    {
      slug: 'cloudberry-jam',
      price: 13900,
      stock: 40,
      texts: {
        en: {
          name: 'Cloudberry jam',
          summary: 'Whole berries from the bogs round Jokkmokk, barely sweetened.',
          description: [
            'Cloudberries ripen for three weeks in July and August, and every one is picked by hand. Maja and Nils Kuoljok stir them warm with sugar rather than boiling them, so the berries stay whole and taste of bog and honey.',
            'Good on waffles, with a mild cheese, or warm over vanilla ice cream.',
            'Ingredients: cloudberries (70 %), sugar, pectin. Net weight 240 g. Keep in the fridge once opened, and finish within four weeks.',
          ],
          imageAlt: 'A jar of amber jam with a cloth lid, and three cloudberries with a leaf beside it.',
        },
        sv: {
          name: 'Hjortronsylt',
          summary: 'Hela bär från myrarna kring Jokkmokk, knappt sötade.',
          description: [
            'Hjortronen mognar under tre veckor i juli och augusti, och vartenda bär plockas för hand. Maja och Nils Kuoljok rör dem varma med socker i stället för att koka dem, så bären förblir hela och smakar myr och honung.',
            'Gott till våfflor, till en mild ost eller varm på vaniljglass.',
            'Ingredienser: hjortron (70 %), socker, pektin. Nettovikt 240 g. Öppnad burk förvaras i kylskåp och håller fyra veckor.',
          ],
          imageAlt: 'En burk bärnstensfärgad sylt med tyglock, och tre hjortron med ett blad bredvid.',
        },
      },
    },
    {
      slug: 'rye-crispbread',
      price: 7900,
      stock: 150,
      texts: {
        en: {
          name: 'Rye crispbread',
          summary: 'Round, thin, baked on stone over birch wood. Ten in a parcel.',
          description: [
            'The hole is for the pole it used to hang on, under the ceiling. The bakery in Rättvik still bakes it as it did then: whole rye, water, salt and a sourdough from 1987, rolled with a notched pin and given less than a minute in the oven.',
            'Ingredients: wholegrain RYE flour, water, salt. Net weight 400 g. Keep dry; lasts at least eight months.',
          ],
          imageAlt: 'Two round crispbreads with a hole in the middle and a dimpled surface, tied with string.',
        },
        sv: {
          name: 'Knäckebröd på råg',
          summary: 'Runt och tunt, bakat på sten över björkved. Tio kakor.',
          description: [
            'Hålet är till för stången som brödet förr hängde på, uppe under taket. I bageriet i Rättvik bakas det fortfarande så: fullkornsråg, vatten, salt och en surdeg från 1987, kavlat med kruskavel och gräddat på mindre än en minut.',
            'Ingredienser: fullkornsmjöl av RÅG, vatten, salt. Nettovikt 400 g. Förvaras torrt; håller i minst åtta månader.',
          ],
          imageAlt: 'Två runda knäckebröd med hål i mitten och naggad yta, ombundna med snöre.',
        },
      },
    },
    {
      slug: 'heather-honey',
      price: 12900,
      stock: 33,
      texts: {
        en: {
          name: 'Heather honey',
          summary: 'Dark, thick and slightly bitter; from the heaths of Halland.',
          description: [
            'Heather honey is so thick that it cannot be spun from the comb; it has to be pressed. That leaves tiny air bubbles in it, and some of the pollen. It tastes of toffee and grapefruit peel, and it goes well with blue cheese.',
            'Beekeeper Gunnar Ljungvall moves forty hives to the heaths each August and back before the first frost.',
            'Ingredients: honey from Sweden. Net weight 350 g. Store at room temperature. Not for children under one year.',
          ],
          imageAlt: 'A squat jar of dark honey with a wooden dipper leaning on it and a sprig of heather.',
        },
        sv: {
          name: 'Ljunghonung',
          summary: 'Mörk, tjock och lite besk, från ljunghedarna i Halland.',
          description: [
            'Ljunghonung är så tjock att den inte går att slunga, den måste pressas ur kakan. Därför finns det små luftbubblor i den och en del pollen kvar. Den smakar kola och grapefruktskal och är god till ädelost.',
            'Biodlaren Gunnar Ljungvall flyttar fyrtio kupor till hedarna i augusti och hem igen före första frosten.',
            'Ingredienser: honung från Sverige. Nettovikt 350 g. Förvaras i rumstemperatur. Ges inte till barn under ett år.',
          ],
          imageAlt: 'En låg burk med mörk honung, en honungsslev av trä mot den och en kvist ljung.',
        },
      },
    },
    {
      slug: 'spruce-shoot-syrup',
      price: 11900,
      stock: 27,
      texts: {
        en: {
          name: 'Spruce-shoot syrup',
          summary: 'The pale green tips of May, as a syrup for pancakes, tea and gin.',
          description: [
            'The shoots are picked during the ten days when they are still soft, steeped overnight and boiled down slowly with sugar. The result smells of resin and lemon. A spoonful in hot water is good for a cold, or at least for the mood.',
            'Ingredients: water, cane sugar, spruce shoots (18 %), lemon juice. 250 ml. Keeps for a year unopened, two months in the fridge.',
          ],
          imageAlt: 'A slender bottle of green-gold syrup with a cork, and a spruce twig with bright new shoots.',
        },
        sv: {
          name: 'Granskottssirap',
          summary: 'Majs ljusgröna skott, som sirap till pannkakor, te och gin.',
          description: [
            'Skotten plockas under de tio dagar då de ännu är mjuka, får dra över natten och kokas långsamt ihop med socker. Sirapen doftar kåda och citron. En sked i hett vatten är bra mot förkylning, eller åtminstone för humöret.',
            'Ingredienser: vatten, rörsocker, granskott (18 %), citronsaft. 250 ml. Oöppnad håller den ett år, i kylskåp två månader.',
          ],
          imageAlt: 'En smal flaska grönguldig sirap med kork, och en grankvist med ljusa årsskott.',
        },
      },
    },
    {
      slug: 'fjall-och-fjord-coffee',
      price: 14500,
      stock: 90,
      texts: {
        en: {
          name: 'Fjäll & Fjord boiled coffee',
          summary: 'A medium roast, ground coarse for the coffee pot.',
          description: [
            'Beans from Honduras and Ethiopia, roasted in Narvik, where the mountains stand in the sea. Medium dark, with cocoa and a little red currant, and no smoke. The grind is coarse, for boiling or for a cafetière.',
            'Boil up once, take it off the heat, wait five minutes, and pour gently.',
            'Ingredients: coffee, 100 % arabica. Net weight 400 g. The roasting date is on the bottom of the bag; best within three months.',
          ],
          imageAlt: 'A paper coffee bag with mountains and water on its label, and a few beans in front.',
        },
        sv: {
          name: 'Kokkaffe Fjäll & Fjord',
          summary: 'Mellanrostat och grovmalet för kaffepannan.',
          description: [
            'Bönor från Honduras och Etiopien, rostade i Narvik där fjällen står i havet. Mellanmörkt, med ton av kakao och lite röda vinbär, utan rök. Malningen är grov, för kokkaffe eller pressbryggare.',
            'Koka upp en gång, dra pannan av värmen, vänta fem minuter och häll försiktigt.',
            'Ingredienser: kaffe, 100 % arabica. Nettovikt 400 g. Rostningsdatum står på påsens botten; bäst inom tre månader.',
          ],
          imageAlt: 'En kaffepåse av papper med fjäll och vatten på etiketten, och några bönor framför.',
        },
      },
    },
    {
      slug: 'dried-chanterelles',
      price: 16900,
      stock: 24,
      texts: {
        en: {
          name: 'Dried funnel chanterelles',
          summary: 'Forty grams of autumn: half a kilo of fresh mushrooms.',
          description: [
            'Funnel chanterelles come late, after the first cold nights, and dry better than any other mushroom. These are picked in Värmland and sorted twice. Soak them for twenty minutes and use the water too, or crumble them dry into a stew.',
            'Ingredients: dried funnel chanterelles (Craterellus tubaeformis), wild. Net weight 40 g. Fry or boil before eating. Keep dry and dark.',
          ],
          imageAlt: 'Three golden-brown funnel chanterelles standing in moss.',
        },
        sv: {
          name: 'Torkade trattkantareller',
          summary: 'Fyrtio gram höst: ett halvt kilo färsk svamp.',
          description: [
            'Trattkantarellen kommer sent, efter de första kalla nätterna, och torkar bättre än någon annan svamp. De här är plockade i Värmland och rensade två gånger. Blötlägg dem i tjugo minuter och använd spadet också, eller smula dem torra i en gryta.',
            'Ingredienser: torkad trattkantarell (Craterellus tubaeformis), viltväxande. Nettovikt 40 g. Stek eller koka före servering. Förvaras torrt och mörkt.',
          ],
          imageAlt: 'Tre gyllenbruna trattkantareller som står i mossa.',
        },
      },
    },
  ],
} satisfies CategorySeed;
