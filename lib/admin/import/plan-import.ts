import { createHash } from 'node:crypto';
import { setImmediate as otherWork } from 'node:timers/promises';
import { processGlobal } from '../../process-global';
import { noFacts } from '../catalogue/write-product';
import { changedFields, type ProductField } from '../product-facts';
import type { Session } from '../session';
import { checkValues } from './check-values';
import type { ImportProblem, RowProblem } from './import-problem';
import { type ParsedRow, parseRow } from './parse-row';
import { type Catalogue, type CatalogueProduct, readCatalogue } from './read-catalogue';
import { type ImportRow, readRows } from './read-rows';

/** The most products that one import may create or change, because it does so in one transaction. */
export const MAX_CHANGES = 2_000;
/** A file with more problems is not examined further. */
const MAX_PROBLEMS = 1_000;
const ROWS_AT_A_TIME = 100;

/** A product that the file creates (`before` is null) or changes. `position`: null if it keeps its place or comes last. */
export type PlannedChange = ParsedRow & {
  readonly line: number;
  readonly slug: string;
  readonly before: CatalogueProduct | null;
  readonly fields: readonly ProductField[];
};

/**
 * What a file would change in the current catalogue: nothing, if there are problems. `digest` differs as soon as the import
 * would do something else, but not because of sales.
 */
export type ImportPlan = {
  readonly changes: readonly PlannedChange[];
  readonly unchanged: number;
  readonly problems: readonly ImportProblem[];
  readonly digest: string;
};

/**
 * Compares a file with the catalogue. Writes nothing. `images` are the available pictures. A process compares one file
 * at a time, because a large one takes seconds and a hundred megabytes of memory.
 */
export async function planImport(_session: Session, bytes: Uint8Array, images: readonly string[]): Promise<ImportPlan> {
  const queue = processGlobal('import-plans', () => ({ last: Promise.resolve() }));
  const plan = queue.last.then(() => compareFile(bytes, images));
  queue.last = plan.then(
    () => {},
    () => {},
  );
  return plan;
}

async function compareFile(bytes: Uint8Array, images: readonly string[]): Promise<ImportPlan> {
  const { rows, problems: unread } = await readRows(bytes);
  const problems = [...unread];
  const slugs = rows.map((row) => textOf(row, 'slug'));
  const skus = rows.map((row) => textOf(row, 'sku')).filter((sku) => sku !== '');
  const catalogue = await readCatalogue([...new Set(slugs)], [...new Set(skus)]);
  const lines = { slug: new Map<string, number>(), sku: new Map<string, number>() };
  const changes: PlannedChange[] = [];
  const hash = createHash('sha256');
  for (const [index, row] of rows.entries()) {
    if (index % ROWS_AT_A_TIME === 0) await otherWork();
    if (problems.length >= MAX_PROBLEMS) break;
    const repeated = listRepeated(row, lines);
    const planned = planRow(row, catalogue, images);
    if (repeated.length > 0) problems.push(...repeated);
    else if (Array.isArray(planned)) problems.push(...planned);
    else if (planned) {
      changes.push(planned);
      hash.update(effectOf(planned));
    }
  }
  if (changes.length > MAX_CHANGES) {
    problems.push({ line: null, column: null, code: 'too-many-changes', value: String(changes.length) });
  }
  return { changes, unchanged: rows.length - changes.length, problems, digest: hash.digest('base64url') };
}

function textOf({ cells }: ImportRow, column: 'slug' | 'sku' | 'version'): string {
  const cell = cells.get(column);
  return typeof cell === 'string' ? cell.trim() : '';
}

/** A slug or an article number that an earlier row has too. */
function listRepeated(row: ImportRow, lines: Record<'slug' | 'sku', Map<string, number>>): ImportProblem[] {
  return (['slug', 'sku'] as const).flatMap((column) => {
    const value = textOf(row, column);
    if (value === '') return [];
    const earlier = lines[column].get(value);
    lines[column].set(value, row.line);
    return earlier === undefined
      ? []
      : [{ line: row.line, column, code: `${column}-twice` as const, value: `${earlier}` }];
  });
}

/** Null if the row changes nothing. */
function planRow(
  row: ImportRow,
  catalogue: Catalogue,
  images: readonly string[],
): PlannedChange | ImportProblem[] | null {
  const { line } = row;
  const slug = textOf(row, 'slug');
  const before = catalogue.products.get(slug) ?? null;
  const refusal = versionProblem(textOf(row, 'version'), before);
  if (refusal) return [{ line, column: 'version', code: refusal, value: textOf(row, 'version') }];
  const parsed = parseRow(row, before);
  if (Array.isArray(parsed)) return parsed;
  const { values, archived, position } = parsed;
  const fields = changedFields(before ?? noFacts, { ...values, archived });
  if (before && fields.length === 0 && (position ?? before.position) === before.position) return null;
  const problems = checkValues({ slug, before, values, archived, images }, catalogue);
  if (problems.length === 0) return { line, slug, before, values, archived, position, fields };
  return problems.map(({ column, code }) => {
    const cell = row.cells.get(column);
    return { line, column, code, value: typeof cell === 'string' ? cell : '' };
  });
}

/** A row must contain the version that the person has seen, so that it does not undo somebody else's change. */
function versionProblem(text: string, before: PlannedChange['before']): RowProblem | null {
  if (text === '') return before ? 'exists' : null;
  if (!/^\d{1,9}$/.test(text)) return 'version';
  if (!before) return 'gone';
  return before.version === Number(text) ? null : 'overtaken';
}

/** Everything that the import would do to a product, independent of concurrent sales. */
function effectOf({ slug, before, values, archived, position }: PlannedChange): string {
  const stockChange = values.stock - (before?.stock ?? 0);
  return JSON.stringify([slug, before?.version ?? null, { ...values, stock: stockChange }, archived, position]);
}
