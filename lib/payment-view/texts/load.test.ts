import { afterEach, describe, expect, it, vi } from 'vitest';
import { en } from './en';
import { languages, loadTexts, pickLanguage } from './load';
import { sv } from './sv';

describe('pickLanguage', () => {
  it.each([
    [['sv-FI', 'fi'], 'sv'],
    [['PT_br'], 'pt'],
    [['no'], 'nb'],
    [['nn-NO', 'en'], 'nb'],
    [['ja', 'zh-Hant', 'hu'], 'hu'],
    [['ar'], 'en'],
    [['constructor', ''], 'en'],
    [[], 'en'],
  ])('picks for %j: %s', (wanted, language) => {
    expect(pickLanguage(wanted)).toBe(language);
  });
});

describe('loadTexts', () => {
  afterEach(() => vi.unstubAllGlobals());

  it('fetches the file of a language from beside the script, but none for English', async () => {
    const fetched = vi.fn(async () => Response.json(sv));
    vi.stubGlobal('fetch', fetched);
    expect(await loadTexts('sv', 'https://host/js/')).toEqual(sv);
    expect(await loadTexts('en', 'https://host/js/')).toEqual(en);
    expect(fetched.mock.calls).toEqual([['https://host/js/lang/sv.json']]);
  });

  it.each([
    ['an error page', async () => new Response('<h1>404</h1>', { status: 404 })],
    ['no connection', () => Promise.reject(new TypeError('failed'))],
  ])('returns English if there is %s', async (_, answer) => {
    vi.stubGlobal('fetch', answer);
    expect(await loadTexts('fi', '')).toEqual(en);
  });
});

it.each(languages)('%s has every text that English has, and none is still in English', async (language) => {
  const texts = Object.values(await import(`../texts/${language}.ts`))[0] as typeof en;
  expect(Object.keys(texts)).toEqual(Object.keys(en));
  expect(texts.timeLeft.split('{time}')).toHaveLength(2);
  const sentences = Object.values(texts).flat();
  expect(sentences.every((text) => text.trim() === text && text.length > 3)).toBe(true);
  if (language !== 'en') expect(sentences.filter((text) => Object.values(en).flat().includes(text))).toEqual([]);
});
