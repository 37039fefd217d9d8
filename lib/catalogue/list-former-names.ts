import type { Tx } from '../db/client';
import type { Language } from '../i18n/languages';
import { nameWithOptions, pickOptions } from './options';
import { pickText, textLanguages } from './pick-text';

/**
 * The names of archived or previously sold products, by slug. Other products may be drafts, whose names must not leave
 * the back office.
 */
export async function listFormerNames(
  reader: Pick<Tx, 'product'>,
  slugs: readonly string[],
  language: Language,
): Promise<Map<string, string>> {
  if (slugs.length === 0) return new Map();
  const rows = await reader.product.findMany({
    where: { slug: { in: [...slugs] }, OR: [{ archivedAt: { not: null } }, { sold: { gt: 0 } }] },
    select: {
      slug: true,
      texts: {
        where: { language: { in: textLanguages(language) } },
        select: { language: true, name: true, options: true },
      },
    },
  });
  return new Map(
    rows.flatMap(({ slug, texts }): [string, string][] => {
      const name = pickText(texts, language)?.name;
      return name ? [[slug, nameWithOptions(name, pickOptions(texts, language))]] : [];
    }),
  );
}
