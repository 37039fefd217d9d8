import { describe, expect, it } from 'vitest';
import { parsePostalCode } from './postal-code';

describe('parsePostalCode', () => {
  it.each([
    ['SE', '79130', '791 30'],
    ['SE', '791 30', '791 30'],
    ['SE', 'SE-791 30', '791 30'],
    ['SE', 's-79130', '791 30'],
    ['SE', 'SE 791 30', '791 30'],
    ['DK', 'DK-2100', '2100'],
    ['DK', '2100', '2100'],
    ['FI', 'FI-00100', '00100'],
    ['FI', 'FIN-00100', '00100'],
    ['FI', '00100', '00100'],
  ] as const)('formats %s %s as %s', (country, text, code) => expect(parsePostalCode(text, country)).toBe(code));

  it.each([
    ['SE', '1234'],
    ['SE', 'DK-2100'],
    ['SE', '٧٩١٣٠'],
    ['DK', '12345'],
    ['FI', 'SE-00100'],
    ['FI', ''],
    ['FI', '1e100'],
  ] as const)('rejects %s %j', (country, text) => {
    expect(parsePostalCode(text, country)).toBeNull();
  });
});
