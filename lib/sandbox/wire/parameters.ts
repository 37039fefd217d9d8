import type { XmlElement } from '../../xml/parse-xml';
import { children, text } from './fields';

/**
 * A `parameterMap` as pairs. Entries are accepted at any level: SEQR's manual also shows a bare `entry`, and some
 * clients omit `parameter` or put key and value directly into it.
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
