import type { ApiPart, Schema } from '@/lib/openapi/types';

/** The schema that a reference points to, or the schema itself. */
export function resolve(schema: Schema, schemas: ApiPart['schemas']): Schema {
  return schemas[schema.$ref?.split('/').at(-1) ?? ''] ?? schema;
}

/** A schema's type and limits in a few words: `list of text, 1 to 20 items`. */
export function describeType(schema: Schema): string {
  return [typeName(schema), ...limitsOf(schema)].join(', ');
}

function typeName({ type, $ref, items, oneOf, enum: values, const: only, format }: Schema): string {
  if ($ref) return $ref.split('/').at(-1) ?? '';
  if (only !== undefined) return `always ${JSON.stringify(only)}`;
  if (values) return `one of ${values.join(', ')}`;
  if (oneOf) return oneOf.map(typeName).join(', or ');
  if (items) return `list of ${typeName(items)}`;
  const types = (typeof type === 'string' ? [type] : (type ?? [])).map((name) => words[name]);
  return (format ? formats[format] : undefined) ?? types.join(' or ');
}

const words = {
  string: 'text',
  number: 'number',
  integer: 'whole number',
  boolean: 'true or false',
  object: 'object',
  array: 'list',
  null: 'null',
} as const;

const formats: Record<string, string> = { 'date-time': 'time', uuid: 'UUID', uri: 'address' };

function limitsOf({ minimum, maximum, minLength, maxLength, minItems, maxItems, default: usual }: Schema): string[] {
  return [
    range(minimum, maximum, ''),
    range(minLength, maxLength, ' characters'),
    range(minItems, maxItems, ' items'),
    usual === undefined ? '' : `default ${JSON.stringify(usual)}`,
  ].filter((limit) => limit !== '');
}

function range(from: number | undefined, to: number | undefined, unit: string): string {
  if (from !== undefined && to !== undefined) return `${from} to ${to}${unit}`;
  if (to !== undefined) return `at most ${to}${unit}`;
  return from === undefined ? '' : `at least ${from}${unit}`;
}
