/** All texts of the view. A language that lacks one fails the type check. */
export interface Texts {
  wallet: string;
  scan: string;
  press: string;
  get: string;
  apps: string;
  /** The text below the film, and the film's name. */
  line: string;
  sorry: string;
  waiting: string;
  scanned: string;
  reserved: string;
  paid: string;
  canceled: string;
  failed: string;
  expired: string;
  gone: string;
  offline: string;
  /** `{time}` is minutes and seconds. */
  timeLeft: string;
  code: string;
  showCode: string;
  payHere: string;
}
