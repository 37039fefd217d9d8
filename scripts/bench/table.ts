export type Row = readonly (string | number)[];

/**
 * Prints rows of words and numbers in columns; the first column is flush left, the others flush right. Throws if a number
 * was not measured.
 */
export function printTable(title: string, head: readonly string[], rows: readonly Row[]): void {
  const cells = rows.map((row) => row.map(String));
  const unmeasured = cells.find((row) => row.some((cell) => /\bNaN\b/.test(cell)));
  if (unmeasured) throw new Error(`${title}: a figure was not measured: ${unmeasured.join(', ')}`);
  const widths = head.map((name, column) => Math.max(name.length, ...cells.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('   ');
  console.log(`\n${title}\n`);
  console.log(`  ${line(head)}`);
  console.log(`  ${widths.map((width) => '─'.repeat(width)).join('───')}`);
  for (const row of cells) console.log(`  ${line(row)}`);
}

/** The middle of the sample; NaN if it is empty. */
export function median(sample: readonly number[] = []): number {
  return percentile(
    sample.toSorted((a, b) => a - b),
    0.5,
  );
}

/** The value below which this share of the sorted sample lies (nearest rank); NaN if the sample is empty. */
export function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}
