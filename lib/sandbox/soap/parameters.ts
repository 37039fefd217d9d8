import { children, text } from './fields';
import type { XmlElement } from './parse-xml';

/**
 * A `parameterMap` as pairs. Entries are taken at any level: SEQR's manual also shows a bare `entry` in the request, and
 * some clients leave out `parameter` or put key and value straight into it.
 */
export function readParameters(request: XmlElement): Map<string, string> {
  const maps = [request, ...children(request, 'parameters')];
  const arrays = [...maps, ...maps.flatMap((map) => children(map, 'parameter'))];
  const entries = [...arrays, ...arrays.flatMap((array) => children(array, 'entry'))];
  const pairs = new Map<string, string>();
  for (const entry of entries) {
    const key = text(entry, 'key');
    if (key !== undefined) pairs.set(key, text(entry, 'value') ?? '');
  }
  return pairs;
}
