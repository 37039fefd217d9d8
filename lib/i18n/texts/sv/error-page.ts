import type { ErrorPageTexts } from '../en/error-page';

export const errorPage: ErrorPageTexts = {
  title: 'Något gick fel hos oss',
  text: 'Felet är loggat. Om du höll på att betala: kontrollera dina ordrar innan du försöker igen.',
  retry: 'Försök igen',
};
