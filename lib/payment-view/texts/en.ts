import type { Texts } from './texts';

export const en: Texts = {
  wallet: 'The mobile wallet',
  scan: 'Scan to pay with SEQR',
  press: 'Pay with SEQR',
  get: 'Get the SEQR app',
  apps: 'SEQR is available for iPhone and Android',
  line: 'Pay online as easily as in a shop.',
  sorry: 'Sorry, there is no SEQR app for this phone. Scan the code with another phone.',
  waiting: 'Waiting for your payment',
  scanned: 'Now confirm on your phone',
  reserved: 'The amount is reserved',
  paid: 'Paid. Thank you!',
  canceled: 'The payment was canceled. Nothing was charged.',
  failed: 'The payment failed',
  expired: 'The time to pay has expired',
  gone: 'This payment can no longer be followed here. Please ask the shop',
  offline: 'No connection. Still trying',
  timeLeft: '{time} left to pay',
  code: 'QR code for the SEQR app',
  showCode: 'Pay from another phone',
  payHere: 'No phone at hand? Pay here',
};
