import type { PageTexts } from '../page-text';

export const pages: PageTexts = (facts) => ({
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
          'Beställningen är bindande för oss båda när butiken har visat dig ordernumret. Vad du beställt och vad det kostade sparas i samma ögonblick och ändras inte med sortimentet.',
          'Vi reserverar varorna åt dig medan du betalar. Betalar du inte i tid upphör ordern att gälla, och du är inte skyldig något.',
        ],
      },
      {
        title: 'Priser',
        body: [
          `Alla priser är i ${facts.currency} med moms. Varans sida anger momssatsen, ${facts.vatRates}, och kassan visar momsen för varje sats innan du beställer.`,
          `Frakten kostar ${facts.standardPrice} (standard) eller ${facts.expressPrice} (express). Några andra avgifter finns inte.`,
          'Ändras ett pris medan varan ligger i varukorgen visar kassan det nya priset och ber dig bekräfta.',
        ],
      },
      {
        title: 'Betalning',
        body: [
          'Med SEQR skannar du en kod och bekräftar i appen. Pengarna dras när du bekräftar. En betalning som avbryts eller misslyckas kostar dig inget.',
          `Mot faktura betalar du med banköverföring inom ${facts.transferDays} dagar, med referensen som står på ordersidan. Vi skickar varorna när betalningen har kommit in, och tar varken avgift eller ränta. En order som inte betalas i tid avbryts.`,
        ],
      },
      {
        title: 'Leverans',
        body: [
          `Vi levererar till ${facts.countries}. Räknat från betalningen tar standardleverans två till fyra arbetsdagar. Express kommer nästa arbetsdag.`,
          'Tills paketet har nått dig står vi risken för det. Blir det orimligt försenat får du häva köpet och få alla pengar tillbaka.',
        ],
      },
      {
        title: 'Om något är fel',
        body: [
          'Du har tre år på dig att reklamera ett fel som fanns när du fick varan. Hör av dig så snart du kan; en reklamation inom två månader från att du märkte felet är alltid i tid. Vi lagar varan, byter den eller tar tillbaka den på vår bekostnad.',
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
          'Fristen börjar dagen efter att du, eller någon du utsett, har fått varorna. Kommer de i flera paket räknas det sista. Det räcker att du skickar ditt meddelande innan fristen går ut.',
          'Du får titta på och prova varan så som du skulle göra i en butik. Har du använt den mer än så får vi göra avdrag för värdeminskningen.',
        ],
      },
      {
        title: 'Så ångrar du köpet',
        body: [
          `Skriv till ${facts.email}, eller skicka ett brev till ${facts.address}. Säg tydligt att du ångrar köpet. Du kan använda den här blanketten, men behöver inte:`,
          [
            `Till ${facts.legalName}, ${facts.address}, ${facts.email}`,
            'Jag meddelar härmed att jag frånträder mitt köpeavtal om följande varor: …',
            'Beställda den … och mottagna den …',
            'Ordernummer: …',
            'Namn och adress: …',
            'Datum (och underskrift, om det är på papper)',
          ],
          'Vi bekräftar omgående via e-post att vi har fått ditt meddelande.',
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
          `Inom 14 dagar från ditt meddelande betalar vi tillbaka allt du betalat, även standardfrakten (${facts.standardPrice}) men inte merkostnaden för express. Vi får vänta tills vi har fått varorna eller du har visat att de är skickade.`,
          'Pengarna kommer tillbaka samma väg: en SEQR-betalning till ditt SEQR-konto, en banköverföring till ditt bankkonto. Det kostar dig inget.',
        ],
      },
      {
        title: 'Undantag',
        body: [
          'Det finns inga för det vi säljer i dag. Om vi säljer något som snabbt blir gammalt eller görs efter dina mått står det på varans sida.',
        ],
      },
    ],
  },
  privacy: {
    title: 'Integritet och kakor',
    intro:
      'Vi sparar det som en order behöver och inget annat. Här finns ingen spårning, ingen reklam och inga kundkonton.',
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
            'Serverns loggar, utan namn, postadresser eller e-postadresser: för att hitta fel och missbruk (artikel 6.1 f).',
          ],
          'Lagen kräver inte att vi sparar obetalda ordrar. Skriv till oss, så raderar vi dina.',
        ],
      },
      {
        title: 'Vilka vi delar uppgifter med',
        body: [
          'SEQR får orderns nummer, dess rader och summa, så att du kan betala, och länken till ordersidan, så att appen kan leda dig tillbaka. Ditt namn, din adress och din e-post får SEQR inte av oss.',
          'Transportören får ditt namn och din adress. Ingen annan får något, om inte lagen kräver det av oss.',
        ],
      },
      {
        title: 'Kakor',
        body: [
          'Vi använder tre kakor. Alla är våra egna och strikt nödvändiga, så vi behöver inte be om samtycke:',
          [
            'cart: det som ligger i din varukorg. Sparas i 60 dagar efter senaste ändringen.',
            'visitor: en slumpad nyckel som butiken använder för att hitta den här webbläsarens ordrar. Sätts när du beställer och sparas i ett år.',
            'checkout_draft: det du skrivit i kassan, så att du kan rätta det eller byta språk. Sparas i tio minuter.',
          ],
          'Du kan ta bort dem i webbläsaren när du vill. En order kan du fortfarande öppna med dess egen länk.',
        ],
      },
      {
        title: 'Dina rättigheter',
        body: [
          `Du har rätt att få tillgång till, rätta, flytta eller radera dina uppgifter och att invända mot eller begränsa användningen, så långt bokföringsreglerna medger. Skriv till ${facts.email}.`,
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
          'Ha ordernumret till hands; det börjar på T och står på ordersidan. Skicka inte länken till ordersidan med e-post: alla som har länken kan se ordern.',
        ],
      },
    ],
  },
});
