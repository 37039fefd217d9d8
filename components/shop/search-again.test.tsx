import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { SearchAgain } from './search-again';

it('has the searched text in its field without JavaScript', () => {
  const texts = { field: 'Search products', submit: 'Search' };
  const html = renderToStaticMarkup(<SearchAgain action="/search" text={'honay "'} texts={texts} />);
  expect(html).toMatch(/^<noscript><form[^>]* action="\/search".*value="honay &quot;".*<\/noscript>$/);
});
