import { expect, it } from 'vitest';
import { isWriteAgain, WriteAgain } from '../postgresql/write-again';
import { NotOnDisk } from '../sqlite/write-ahead-log';
import { isDatabaseFailure } from './database-failure';

const conflict = Object.assign(new Error('could not serialize access'), { code: '40001' });

it('a write whose every attempt conflicts with other writes counts as a database failure', () => {
  expect([new WriteAgain('sold meanwhile'), conflict].map(isDatabaseFailure)).toEqual([true, true]);
  expect(isDatabaseFailure(new Error('a mistake of ours'))).toBe(false);
});

it.each(['ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT', 'EPIPE', 'ENOTFOUND', 'EAI_AGAIN'])(
  '%s counts as a database failure',
  (code) => expect(isDatabaseFailure(Object.assign(new Error('broken'), { code }))).toBe(true),
);

it.each(['ENOENT', 'EACCES', 'ERR_INVALID_URL', 'ERR_INVALID_ARG_TYPE'])('%s is not a database failure', (code) =>
  expect(isDatabaseFailure(Object.assign(new Error('a mistake of ours'), { code }))).toBe(false),
);

it('a WriteAgain error from another bundle is recognised, although its class is a separate copy', () => {
  class WriteAgainElsewhere extends Error {
    override name = 'WriteAgain';
  }
  expect(new WriteAgainElsewhere('sold meanwhile')).not.toBeInstanceOf(WriteAgain);
  expect(isWriteAgain(new WriteAgainElsewhere('sold meanwhile'))).toBe(true);
});

it('a NotOnDisk error from another bundle is recognised, although its class is a separate copy', () => {
  class NotOnDiskElsewhere extends Error {
    override name = 'NotOnDisk';
  }
  const error = new NotOnDiskElsewhere('shop.db-wal could not be flushed');
  expect([isDatabaseFailure(error), error instanceof NotOnDisk]).toEqual([true, true]);
  expect(isDatabaseFailure(new Error('NotOnDisk'))).toBe(false);
});
