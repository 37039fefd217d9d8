import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import type { AuditRow } from '@/lib/admin/list-audit';
import { getAdminTexts } from '@/lib/i18n/get-admin-texts';
import { formatMoney, money } from '@/lib/money';
import { AddPerson } from './add-person';
import { AuditFilterForm } from './audit-filter-form';
import { AuditTable } from './audit-table';
import { OwnPassword } from './own-password';
import { PeopleList } from './people-list';

const at = new Date('2026-11-30T10:00:00Z');
const change = { id: 1, at, person: 'Bo', part: null, note: null } as const;
const price: AuditRow = {
  ...change,
  ...{
    subject: 'product',
    subjectId: 'mug',
    field: 'price',
    before: money(100_00, 'SEK'),
    after: money(129_50, 'SEK'),
  },
};

it.each(['en', 'sv'] as const)('each form in the list of people contains the person’s name, in %s', (language) => {
  const t = getAdminTexts(language);
  const staff = [{ name: '<b>Bo</b> & co', at, by: 'Åsa' }];
  const html = renderToStaticMarkup(<PeopleList staff={staff} removed={staff} language={language} t={t} />);
  expect(html.match(/name="name" value="&lt;b&gt;Bo&lt;\/b&gt; &amp; co"/g)).toHaveLength(2);
  expect(html.match(/name="key" value="[\w-]{16,}"/g)).toHaveLength(2);
  expect(html).toContain(`aria-label="${t.people.remove}: &lt;b&gt;Bo`);
  expect(html).not.toContain('<b>');
});

it('a refused form keeps the name, but never a password', () => {
  const t = getAdminTexts('en');
  const html = renderToStaticMarkup(<AddPerson name="Bo" t={t} />);
  expect(html).toContain('value="Bo"');
  for (const field of html.match(/<input[^>]*type="password"[^>]*>/g) ?? []) expect(field).not.toContain('value=');
  expect(renderToStaticMarkup(<OwnPassword name="Bo" isOwner={false} t={t} />)).not.toContain('ADMIN_PASSWORD');
});

it('the audit list shows the old and the new value, and links to the product', () => {
  const t = getAdminTexts('en');
  const text = {
    ...change,
    subject: 'product',
    subjectId: 'mug',
    field: 'description',
    part: 'sv',
    before: '',
  } as const;
  const rows: AuditRow[] = [price, { ...text, id: 2, after: '<script>alert(1)</script>'.repeat(40) }];
  const html = renderToStaticMarkup(<AuditTable rows={rows} language="en" t={t} />);
  expect(html).toContain(`>${formatMoney(money(100_00, 'SEK'), 'en')}</del>`);
  expect(html).toContain(`>${formatMoney(money(129_50, 'SEK'), 'en')}</ins>`);
  expect(html).toContain('href="/admin/products/mug"');
  expect(html).toContain('In Swedish: Description');
  expect(html).toContain(t.audit.empty);
  expect(html).not.toContain('<script>');
  expect(html.length).toBeLessThan(6_000);
});

it('the filter offers the selected person even if the list of people lacks the name', () => {
  const t = getAdminTexts('en');
  const filter = { person: 'Bo', subject: 'order', subjectId: '1' } as const;
  const html = renderToStaticMarkup(<AuditFilterForm filter={filter} people={['Åsa']} t={t} />);
  expect(html).toContain('<option value="Bo" selected="">Bo</option>');
  expect(html).toContain('<option value="order" selected="">');
});
