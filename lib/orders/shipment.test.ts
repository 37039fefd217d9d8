import { describe, expect, it } from 'vitest';
import { merchant } from '../merchant';
import { sellAs } from '../testing/sell-as';
import { parseShipment } from './shipment';

const shipment = (carrier: string | null, trackingUrl: string | null) => ({
  ok: true,
  shipment: { carrier, trackingUrl },
});
const refused = (problem: string) => ({ ok: false, problem });

describe('the merchant’s carriers', () => {
  it('have unique names, and an https link with a place for the number', () => {
    const names = merchant.carriers.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const { name, trackingUrl } of merchant.carriers) {
      expect(trackingUrl.split('{number}'), name).toHaveLength(2);
      expect(new URL(trackingUrl.replace('{number}', 'A1')).protocol, name).toBe('https:');
    }
  });
});

describe('parseShipment', () => {
  it('accepts a listed carrier with or without a tracking number, and no carrier', () => {
    const restore = sellAs({
      carriers: [{ name: 'Posten', trackingUrl: 'https://follow.example/{number}?q={number}' }],
    });
    const results = [
      parseShipment({ carrier: 'Posten', trackingNumber: ' RR 123-se ' }),
      parseShipment({ carrier: 'Posten', trackingNumber: '' }),
      parseShipment({ carrier: '', trackingNumber: '', carrierName: ' ', trackingUrl: '' }),
      parseShipment({}),
    ];
    restore();
    expect(results).toEqual([
      shipment('Posten', 'https://follow.example/RR123-se?q=RR123-se'),
      shipment('Posten', null),
      shipment(null, null),
      shipment(null, null),
    ]);
  });

  it('accepts another carrier with an https link or none', () => {
    const other = (carrierName: string, trackingUrl = '') =>
      parseShipment({ carrier: 'other', carrierName, trackingUrl });
    expect(other(' Bike & Co ')).toEqual(shipment('Bike & Co', null));
    expect(other('Bike', 'https://Bike.example/p?a=1&b="2"')).toEqual(
      shipment('Bike', 'https://bike.example/p?a=1&b=%222%22'),
    );
  });

  it.each([
    'http://bike.example/1',
    'javascript:alert(1)',
    'https:bike.example',
    '//bike.example/1',
    'https://user:pass@bike.example/1',
    'https://localhost/1',
    'https://bike.example/1\r\nBcc: all@b.se',
    'https://bike.example/a b',
    `https://bike.example/${'a'.repeat(500)}`,
    'bike.example/1',
  ])('refuses the link %s', (trackingUrl) => {
    expect(parseShipment({ carrier: 'other', carrierName: 'Bike', trackingUrl })).toEqual(refused('link'));
  });

  it.each([
    [{ carrier: 'Nobody' }, 'carrier'],
    [{ carrier: '', trackingNumber: '12345' }, 'carrier'],
    [{ carrier: 'PostNord', trackingNumber: '12345', carrierName: 'Bike' }, 'carrier'],
    [{ carrier: 'PostNord', trackingUrl: 'https://bike.example/1' }, 'carrier'],
    [{ carrier: 'other', carrierName: 'Bike', trackingNumber: '1' }, 'carrier'],
    [{ carrier: 'PostNord', trackingNumber: '12/../34' }, 'number'],
    [{ carrier: 'PostNord', trackingNumber: '1'.repeat(41) }, 'number'],
    [{ carrier: 'PostNord', trackingNumber: '1&id=2' }, 'number'],
    [{ carrier: 'other' }, 'name'],
    [{ carrier: 'other', carrierName: 'B'.repeat(61) }, 'name'],
    [{ carrier: 'other', carrierName: 'Bike\r\nBcc: all@b.se' }, 'name'],
  ])('refuses %j', (form, problem) => {
    expect(parseShipment(form)).toEqual(refused(problem));
  });
});
