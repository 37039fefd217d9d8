import type { Texts } from './texts';

export const en: Texts = {
  wallet: 'The mobile wallet',
  scan: 'Scan to pay with SEQR',
  press: 'Pay with SEQR',
  steps: ['Open SEQR on your phone', 'Scan the code', 'Confirm with your PIN'],
  apps: 'SEQR for iPhone and Android',
  line: 'Paying online is as easy as in a shop.',
  waiting: 'Waiting for your payment',
  scanned: 'Now confirm on your phone',
  reserved: 'The amount is reserved',
  paid: 'Paid. Thank you!',
  canceled: 'The payment was canceled. Nothing was charged.',
  failed: 'The payment did not go through',
  expired: 'The time to pay has run out',
  gone: 'This payment can no longer be followed here. Please ask the shop',
  offline: 'No connection. Still trying',
  timeLeft: '{time} left to pay',
  code: 'QR code for the SEQR app',
  showCode: 'Pay from another phone',
  codeAsText: 'Show the code as text',
  payHere: 'No phone at hand? Open it here',
};
