import type { PageTexts } from './page-text';

export const swedishPages: PageTexts = (facts) => ({
  terms: {
    title: 'Köpvillkor',
    intro: `Villkoren gäller när du som konsument handlar av ${facts.legalName}. Inget i dem tar ifrån dig en rätt som du har enligt lag.`,
    sections: [
      {
        title: 'Vem du handlar av',
        body: [
          `${facts.legalName}, organisationsnummer ${facts.organisationNumber}, momsregistreringsnummer ${facts.vatNumber}, ${facts.address}. E-post ${facts.email}, telefon ${facts.phone}.`,
        ],
      },
      {
        title: 'Beställning och avtal',
        body: [
          'Beställningen är bindande för oss båda när butiken har visat dig ordernumret. Vad du beställt och vad det kostade skrivs ner i samma ögonblick och ändras inte med sortimentet.',
          'Varorna ställs undan åt dig medan du betalar. Kommer betalningen inte i tid förfaller ordern, och du är inte skyldig något.',
        ],
      },
      {
        title: 'Priser',
        body: [
          `Alla priser är i ${facts.currency} med moms. Varans sida anger momssatsen, ${facts.vatRates}, och kassan visar momsen för varje sats innan du beställer.`,
          `Frakten kostar ${facts.standardPrice} (standard) eller ${facts.expressPrice} (express). Några andra avgifter finns inte.`,
          'Ändras ett pris medan varan ligger i varukorgen visar kassan det nya och frågar dig igen.',
        ],
      },
      {
        title: 'Betalning',
        body: [
          'Med SEQR skannar du en kod och bekräftar i appen. Pengarna dras när du bekräftar. En betalning som avbryts eller misslyckas kostar dig inget.',
          `Mot faktura betalar du med banköverföring inom ${facts.transferDays} dagar, med referensen som står på ordersidan. Vi skickar varorna när pengarna har kommit, utan avgift och utan ränta; en order som inte betalas i tid avbryts.`,
        ],
      },
      {
        title: 'Leverans',
        body: [
          'Vi levererar till Sverige, Danmark och Finland. Standardleverans tar två till fyra arbetsdagar, express kommer nästa arbetsdag, räknat från betalningen.',
          'Tills paketet har nått dig står vi risken för det. Blir det mer försenat än du kan godta får du häva köpet och får alla pengar tillbaka.',
        ],
      },
      {
        title: 'Om något är fel',
        body: [
          'Du har tre år på dig att reklamera ett fel som fanns när du fick varan. Hör av dig så snart du kan; inom två månader från att du märkte felet är alltid i tid. Vi lagar, byter eller tar tillbaka på vår bekostnad.',
          'Ett fel som visar sig inom två år anses ha funnits från början om vi inte visar något annat (konsumentköplagen, 2022:260).',
        ],
      },
      {
        title: 'Om vi inte kommer överens',
        body: [
          'Skriv till oss först; det mesta är löst på en dag. Därefter kan du vända dig till Allmänna reklamationsnämnden (Box 174, 101 23 Stockholm, arn.se). Vi följer dess rekommendationer. Svensk lag gäller.',
          'Fri rådgivning: Konsumentverkets Hallå konsument, hallakonsument.se, 0771-525 525.',
        ],
      },
    ],
  },
  returns: {
    title: 'Ångerrätt och retur',
    intro: 'Du har 14 dagar på dig att ångra köpet, utan att ange något skäl (distansavtalslagen, 2005:59).',
    sections: [
      {
        title: 'De 14 dagarna',
        body: [
          'De börjar dagen efter att du, eller någon du utsett, fick varan; kommer den i flera paket räknas det sista. Det räcker att du skickar ditt meddelande innan de är slut.',
          'Du får titta på och prova varan så som du skulle göra i en butik. Har du använt den mer än så får vi göra avdrag för det som den förlorat i värde.',
        ],
      },
      {
        title: 'Så ångrar du köpet',
        body: [
          `Skriv till ${facts.email}, eller skicka ett brev till ${facts.address}. Säg tydligt att du ångrar köpet. Du kan använda den här blanketten, men måste inte:`,
          [
            `Till ${facts.legalName}, ${facts.address}, ${facts.email}`,
            'Jag meddelar härmed att jag frånträder mitt köpeavtal om följande varor: …',
            'Beställda den … och mottagna den …',
            'Ordernummer: …',
            'Namn och adress: …',
            'Datum (och underskrift, om det är på papper)',
          ],
          'Vi bekräftar genast med e-post att vi fått den.',
        ],
      },
      {
        title: 'Skicka tillbaka',
        body: [
          'Skicka varorna inom 14 dagar från ditt meddelande. Du betalar portot för ett vanligt paket; var något fel eller trasigt betalar vi.',
        ],
      },
      {
        title: 'Dina pengar',
        body: [
          `Vi betalar tillbaka allt du betalat, standardfrakten också (${facts.standardPrice}; inte merkostnaden för express), inom 14 dagar från ditt meddelande, men får vänta tills vi har varorna eller du visar att de är skickade.`,
          'Pengarna kommer tillbaka samma väg: en SEQR-betalning till ditt SEQR-konto, en banköverföring till ditt bankkonto. Det kostar dig inget.',
        ],
      },
      {
        title: 'Undantag',
        body: [
          'Inget av det vi säljer i dag. Skulle vi sälja något som snabbt blir gammalt eller görs efter dina mått står det på varans sida.',
        ],
      },
    ],
  },
  privacy: {
    title: 'Integritet och kakor',
    intro:
      'Vi sparar det som en order behöver och inget annat. Här finns ingen spårning, ingen reklam och inga konton.',
    sections: [
      {
        title: 'Vem som ansvarar',
        body: [`${facts.legalName}, ${facts.organisationNumber}, ${facts.address}, ${facts.email}.`],
      },
      {
        title: 'Vad vi sparar, varför och hur länge',
        body: [
          [
            'Ditt namn, din e-postadress och leveransadress och vad du beställt: för att fullgöra avtalet med dig (GDPR artikel 6.1 b).',
            'Kvitton, betalningar och återbetalningar: i sju år efter räkenskapsåret, som bokföringslagen kräver (artikel 6.1 c).',
            'Serverns tekniska loggar: utan namn, adresser eller e-post, för att hitta fel och missbruk (artikel 6.1 f).',
          ],
          'En order som aldrig betalades behövs inte i bokföringen: skriv till oss, så raderar vi den.',
        ],
      },
      {
        title: 'Vem mer som får se dem',
        body: [
          'SEQR får orderns nummer, dess rader och summa, så att du kan betala, och ordersidans adress, så att appen kan leda dig tillbaka. Ditt namn, din adress och din e-post får SEQR inte av oss.',
          'Transportören får ditt namn och din adress. Ingen annan får något, om inte lagen kräver det av oss.',
        ],
      },
      {
        title: 'Kakor',
        body: [
          'Tre kakor, alla våra egna och alla nödvändiga för det du ber butiken om, så det finns ingen ruta att klicka bort:',
          [
            'cart: det som ligger i din varukorg. 60 dagar från senaste ändringen.',
            'visitor: en slumpad nyckel som butiken hittar den här webbläsarens ordrar med. Sätts när du beställer; ett år.',
            'checkout_draft: det du skrivit när ett formulär kom tillbaka med en anmärkning, om din webbläsare inte kör JavaScript. Tio minuter.',
          ],
          'Du kan ta bort dem i webbläsaren när du vill. En order finns då fortfarande på sin egen adress.',
        ],
      },
      {
        title: 'Dina rättigheter',
        body: [
          `Du får se, rätta, flytta eller få raderat det vi vet om dig, och invända mot eller begränsa hur det används, så långt bokföringsreglerna medger. Skriv till ${facts.email}.`,
          'Du kan klaga hos Integritetsskyddsmyndigheten (imy.se).',
        ],
      },
    ],
  },
  contact: {
    title: 'Kontakt',
    intro: 'Skriv eller ring. Vi svarar vardagar mellan 9 och 16.',
    sections: [
      { title: 'E-post och telefon', body: [`${facts.email}`, `${facts.phone}`] },
      {
        title: 'Adress',
        body: [
          `${facts.legalName}, ${facts.address}`,
          `Organisationsnummer ${facts.organisationNumber}, momsregistreringsnummer ${facts.vatNumber}`,
        ],
      },
      {
        title: 'Om en order',
        body: [
          'Ha ordernumret till hands; det börjar på T och står på ordersidan. Skicka inte ordersidans egen adress med e-post: den som har den kan se ordern.',
        ],
      },
    ],
  },
});
