import { expect, it } from 'vitest';
import { findPaymentEvents } from './payment-events';

it('finds the path of a payment’s events', () => {
  expect(findPaymentEvents({ method: 'GET' }, '/api/orders/0b3c-x_1/payment/events')).not.toBeNull();
});

it.each([
  ['POST', '/api/orders/x/payment/events'],
  ['GET', '/api/orders/x/payment'],
  ['GET', '/api/orders/x/payment/events/'],
  ['GET', '/api/orders/%78/payment/events'],
  ['GET', '/api/orders//payment/events'],
  ['GET', '/sv/api/orders/x/payment/events'],
])('leaves %s %s to Next', (method, path) => {
  expect(findPaymentEvents({ method }, path)).toBeNull();
});
