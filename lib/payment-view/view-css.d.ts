/** scripts/build-payment-view.mjs hands a style sheet over as its minified text. */
declare module '*/view.css' {
  const css: string;
  export default css;
}
