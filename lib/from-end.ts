/**
 * The `places`-th value (1 or more) from the end of a comma-separated list, or its first value if there are fewer. Does
 * not split the list, because splitting a header with 16,000 commas takes milliseconds.
 */
export function fromEnd(list: string, places: number): string {
  let end = list.length;
  for (let place = 1; place < places; place++) {
    const comma = list.lastIndexOf(',', end - 1);
    if (comma < 0) break;
    end = comma;
  }
  return list.slice(list.lastIndexOf(',', end - 1) + 1, end).trim();
}
