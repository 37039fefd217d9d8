import type { ErrorPageTexts } from '../en/error-page';

export const errorPage: ErrorPageTexts = {
  title: 'Något gick fel hos oss',
  text: 'Felet är loggat. Om du höll på att betala: kontrollera dina ordrar innan du försöker igen.',
  retry: 'Försök igen',
  unavailable: {
    title: 'Butiken kan inte användas just nu',
    text: 'Butiken når inte sin databas, så sidan kunde inte visas. Om du har sett ett ordernummer är din order sparad. Försök igen om en stund.',
    paying: 'Om du höll på att betala: kontrollera din order innan du betalar igen.',
    again: 'Sidan försöker igen var tionde sekund.',
  },
};
