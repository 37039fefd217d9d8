import { expect, it } from 'vitest';
import { describeSchemaMismatch } from './schema-version';

const own = ['20260101000000_jars', '20260201000000_lid'];
const describeWith = (...more: string[]) => describeSchemaMismatch(own, [...own, ...more], 'shop');
const newer = (...names: string[]) =>
  `The database shop is newer than this code (${names.join(', ')}). Run the version of the shop that made it.`;

it('accepts its own version', () => {
  expect(describeWith()).toBeNull();
});

it('names what the database lacks, and the command', () => {
  expect(describeSchemaMismatch(own, ['20260101000000_jars'], 'shop')).toBe(
    'The database shop lacks 20260201000000_lid. Run: npm run migrate',
  );
});

it('accepts the next version if all its migrations support this one', () => {
  expect(describeWith('20260301000000_expand_from_20260201000000_label')).toBeNull();
  expect(
    describeWith('20260301000000_expand_from_20260201000000_label', '20260302000000_expand_from_20260201000000_weight'),
  ).toBeNull();
});

it('rejects a later migration whose name does not say that it supports this version', () => {
  expect(describeWith('20260301000000_label')).toBe(newer('20260301000000_label'));
  expect(describeWith('20260301000000_expand_label')).toBe(newer('20260301000000_expand_label'));
  const mixed = ['20260301000000_expand_from_20260201000000_label', '20260302000000_drop_lid'] as const;
  expect(describeWith(...mixed)).toBe(newer('20260302000000_drop_lid'));
});

it('rejects a database two versions ahead, even if each version is expand-only', () => {
  const next = '20260301000000_expand_from_20260201000000_label';
  const afterNext = '20260401000000_expand_from_20260301000000_weight';
  expect(describeWith(next, afterNext)).toBe(newer(afterNext));
});

it('still needs its own migrations in a database that is ahead', () => {
  const applied = ['20260101000000_jars', '20260301000000_expand_from_20260101000000_label'];
  expect(describeSchemaMismatch(own, applied, 'shop')).toMatch(/lacks 20260201000000_lid/);
});
