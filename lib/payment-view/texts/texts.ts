/** All texts of the view. A language that lacks one fails the type check. */
export interface Texts {
  wallet: string;
  scan: string;
  /** The button that opens the app. */
  press: string;
  /** The caption of the links to the app. */
  get: string;
  apps: string;
  /** The slogan. Also the name, for screen readers, of the button that plays the animation. */
  line: string;
  /** There is no app for this phone. */
  sorry: string;
  waiting: string;
  scanned: string;
  reserved: string;
  paid: string;
  canceled: string;
  failed: string;
  expired: string;
  /** The server no longer knows the payment. */
  gone: string;
  offline: string;
  /** `{time}` is minutes and seconds. */
  timeLeft: string;
  code: string;
  showCode: string;
  payHere: string;
}
