import { expect, test } from 'vitest';
import { isReservedWord } from './static-codes';

test.each([
  ['sv', true],
  ['EN', true],
  ['Cart', true],
  ['SEARCH', true],
  ['Media', true],
  ['DOCS', false],
  ['R1402562843463', true],
  // German is switched off here; lib/i18n/german-on.test.ts switches it on.
  ['de', false],
  ['TILL1', false],
])('%s is reserved: %s', (seqrId, reserved) => expect(isReservedWord(seqrId)).toBe(reserved));
