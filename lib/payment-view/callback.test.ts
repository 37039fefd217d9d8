import { describe, expect, it, vi } from 'vitest';
import { resolveCallback } from './callback';

/** A window like a browser's: the browser's objects are accessors, the page's variables are plain properties. */
function fakeWindow(variables: Record<string, unknown>): object {
  const location = Object.create(null, { assign: { value: vi.fn() } });
  return Object.defineProperty({ ...variables }, 'location', { get: () => location });
}

describe('resolveCallback', () => {
  it('finds a function of the page', () => {
    const paid = vi.fn();
    resolveCallback('paid', fakeWindow({ paid }))?.('status');
    expect(paid).toHaveBeenCalledExactlyOnceWith('status');
  });

  it('finds a dotted name and keeps its `this`', () => {
    const shop = { seen: [] as unknown[], paid: (status: unknown) => shop.seen.push(status) };
    resolveCallback('shop.paid', fakeWindow({ shop }))?.('status');
    expect(shop.seen).toEqual(['status']);
  });

  it('accepts bound functions and exports behind getters', () => {
    const bound = function (this: { name: string }) {
      return this.name;
    }.bind({ name: 'shop' });
    const library = Object.defineProperty({}, 'paid', { get: () => bound });
    expect(resolveCallback('library.paid', fakeWindow({ library }))?.(null)).toBe('shop');
  });

  it.each([
    'nothing',
    'shop.nothing',
    'shop.paid.nothing',
    'shop.constructor',
    'shop.constructor.constructor',
    'shop.__proto__.paid',
    'shop.paid.call',
    'shop.paid.prototype.constructor.constructor',
    'toString',
    'constructor',
    '__proto__',
    'location.assign',
    'text.at',
    'empty.x',
    'parse',
  ])('finds nothing for %s', (name) => {
    const shop = { paid: () => 'paid' };
    expect(resolveCallback(name, fakeWindow({ shop, text: 'x', empty: null, parse: JSON.parse }))).toBeUndefined();
  });
});
