import { merchant } from '@/lib/merchant';

const { paper } = merchant.colours;

/** The colour of the browser's own bars. */
export const themeColor = [
  { media: '(prefers-color-scheme: light)', color: paper.light },
  { media: '(prefers-color-scheme: dark)', color: paper.dark },
];

/** The merchant's colours as the tokens of app/globals.css. */
export function MerchantColours() {
  const { accent, onAccent } = merchant.colours;
  const tokens = (screen: 'light' | 'dark') =>
    `:root{--color-paper:${paper[screen]};--color-pine:${accent[screen]};--color-on-pine:${onAccent[screen]}}`;
  return <style>{`${tokens('light')}@media screen and (prefers-color-scheme:dark){${tokens('dark')}}`}</style>;
}
