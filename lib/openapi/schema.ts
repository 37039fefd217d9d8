import type { ApiResponse, Content, Parameter, Schema } from './types';

// Short forms of the schemas that many operations use.

export const text = (description?: string, more: Schema = {}): Schema => ({
  type: 'string',
  ...(description !== undefined && { description }),
  ...more,
});
export const integer = (description?: string, more: Schema = {}): Schema => ({
  ...text(description, more),
  type: 'integer',
});
export const flag = (description?: string, more: Schema = {}): Schema => ({
  ...text(description, more),
  type: 'boolean',
});
export const time = (description?: string): Schema => text(description, { format: 'date-time' });
/** An amount of money as decimal text. */
export const decimal = (description?: string): Schema => text(description, { pattern: '^-?\\d+(\\.\\d+)?$' });
export const nullable = (schema: Schema): Schema =>
  typeof schema.type === 'string' ? { ...schema, type: [schema.type, 'null'] } : schema;
export const list = (items: Schema, more: Schema = {}): Schema => ({ type: 'array', items, ...more });
export const oneOf = (values: readonly string[], description?: string): Schema => text(description, { enum: values });
export const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });
export const map = (values: Schema, description?: string): Schema => ({
  type: 'object',
  additionalProperties: values,
  ...(description !== undefined && { description }),
});

/** An object whose properties are all required, except those in `optional`. */
export function object(properties: Record<string, Schema>, optional: readonly string[] = []): Schema {
  const required = Object.keys(properties).filter((name) => !optional.includes(name));
  return { type: 'object', properties, ...(required.length > 0 && { required }) };
}

/** An object whose properties are all optional, except those in `required`. */
export function options(properties: Record<string, Schema>, required: readonly string[] = []): Schema {
  return { type: 'object', properties, ...(required.length > 0 && { required }) };
}

export function json(schema: Schema, example?: unknown): Content {
  return { 'application/json': { schema, ...(example !== undefined && { example }) } };
}

export function answer(description: string, schema: Schema): ApiResponse {
  return { description, content: json(schema) };
}

export function inPath(name: string, description: string): Parameter {
  return { name, in: 'path', required: true, description, schema: { type: 'string' } };
}

export function inQuery(name: string, description: string, schema: Schema = { type: 'string' }): Parameter {
  return { name, in: 'query', description, schema };
}
