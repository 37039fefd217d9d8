import { child, children, text } from './fields';
import type { XmlElement } from './parse-xml';

/** A `parameterMap` as pairs; entries are taken at any of the levels at which clients put them. */
export function readParameters(request: XmlElement): Map<string, string> {
  const map = child(request, 'parameters');
  const arrays = [...(map ? [map] : []), ...children(map, 'parameter')];
  const entries = [...arrays, ...arrays.flatMap((array) => children(array, 'entry'))];
  const pairs = new Map<string, string>();
  for (const entry of entries) {
    const key = text(entry, 'key');
    if (key !== undefined) pairs.set(key, text(entry, 'value') ?? '');
  }
  return pairs;
}
