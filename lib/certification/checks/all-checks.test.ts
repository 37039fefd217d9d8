import { expect, it } from 'vitest';
import { getAdminTexts } from '../../i18n/get-admin-texts';
import { allTests } from './all-checks';

it('has a Swedish title for each test', () => {
  const { titleOf } = getAdminTexts('sv').certification;
  const untranslated = allTests('pos').filter(({ id, title }) => titleOf(id, title) === title);
  expect(untranslated.map(({ id, title }) => `${id} ${title}`)).toEqual([]);
});
