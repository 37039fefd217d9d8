import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { maxLengths } from '@/lib/input-limits';
import { Pager } from './pager';
import { SearchForm } from './search-form';

it('keeps the filters of the address and takes no more text than is searched', () => {
  const filters = { invoiceReference: '14', terminalId: undefined };
  const html = renderToStaticMarkup(<SearchForm label="Text" text="wool" filters={filters} />);
  expect(html).toContain('<input type="hidden" name="invoiceReference" value="14"/>');
  expect(html).not.toContain('terminalId');
  expect(html).toContain(`maxLength="${maxLengths.consoleSearch}"`);
});

it('links to older lines of this page or another, with the filters', () => {
  const link = (path?: string) =>
    renderToStaticMarkup(<Pager query={{ invoiceReference: '14', text: '' }} before="9" {...(path && { path })} />);
  expect(link()).toContain('href="?invoiceReference=14&amp;before=9"');
  expect(link('/sandbox/messages')).toContain('href="/sandbox/messages?invoiceReference=14&amp;before=9"');
});
