import localFont from 'next/font/local';

/**
 * Familjen Grotesk, by Familjen STHLM (SIL Open Font License), for headings and the wordmark. Body text uses system
 * fonts.
 */
export const familjen = localFont({
  src: '../node_modules/@fontsource-variable/familjen-grotesk/files/familjen-grotesk-latin-wght-normal.woff2',
  weight: '400 700',
  display: 'swap',
  variable: '--font-familjen',
  adjustFontFallback: 'Arial',
});
