/** scripts/build-payment-view.ts replaces a style sheet with its minified text. */
declare module '*/view.css' {
  const css: string;
  export default css;
}
