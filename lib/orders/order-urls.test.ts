import { expect, it } from 'vitest';
import {
  creditNotePath,
  mailsPath,
  nextPath,
  notificationPath,
  orderPath,
  paymentEventsPath,
  paymentPath,
  payPath,
  receiptPath,
  receiptPdfPath,
  scenesPath,
} from './order-urls';

// Mails and SEQR keep these addresses, so they stay the same from release to release.

it('gives each page of an order an address in its language', () => {
  const pages = [orderPath, payPath, receiptPath, mailsPath, scenesPath];
  expect(pages.map((path) => path('x', 'sv'))).toEqual([
    ...['/sv/orders/x', '/sv/orders/x/pay', '/sv/orders/x/receipt', '/sv/orders/x/mails'],
    '/sv/orders/x/behind-the-scenes',
  ]);
});

it('leads to the payment page, or to the details of a transfer', () => {
  expect(nextPath('x', 'seqr', 'sv')).toBe('/sv/orders/x/pay');
  expect(nextPath('x', 'invoice', 'sv')).toBe('/sv/orders/x/receipt');
});

it('gives documents in the order’s language, or in another', () => {
  expect(receiptPdfPath('x')).toBe('/api/orders/x/receipt.pdf');
  expect(receiptPdfPath('x', 'sv')).toBe('/api/orders/x/receipt.pdf?language=sv');
  expect(creditNotePath('x', 'CN-1001')).toBe('/api/orders/x/credit-notes/CN-1001.pdf');
  expect(creditNotePath('x', 'CN-1001', 'en')).toBe('/api/orders/x/credit-notes/CN-1001.pdf?language=en');
});

it('gives the addresses for SEQR’s notifications and for the payment view', () => {
  expect([notificationPath('x'), paymentPath('x'), paymentEventsPath('x')]).toEqual([
    ...['/api/seqr/notifications?order=x', '/api/orders/x/payment', '/api/orders/x/payment/events'],
  ]);
});
