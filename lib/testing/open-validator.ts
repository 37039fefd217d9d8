import { Ajv2020 } from 'ajv/dist/2020.js';

/**
 * For tests only: validates values by the schemas of an OpenAPI document, strictly: a field that an object's schema does
 * not list is a problem, unless the schema allows others. `at` is a place in the document, its parts separated by `/`; a path
 * of the interface counts as one part.
 */
export function openValidator(document: object) {
  const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true });
  ajv.addVocabulary(['openapi', 'info', 'servers', 'tags', 'paths', 'components']);
  ajv.addFormat('date-time', /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/);
  ajv.addFormat('uuid', /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i);
  ajv.addFormat('uri', (text) => URL.canParse(text));
  ajv.addSchema(closeObjects(document), 'api');
  const compiled = new Map<string, ReturnType<typeof ajv.compile>>();
  const compile = (at: string) => {
    const validate = compiled.get(at) ?? ajv.compile({ $ref: `api#/${pointer(at)}` });
    compiled.set(at, validate);
    return validate;
  };
  return {
    compile,
    problems: (at: string, value: unknown): string[] => {
      const validate = compile(at);
      if (validate(value)) return [];
      return (validate.errors ?? []).map(({ instancePath, message, params }) =>
        [instancePath, message, JSON.stringify(params)].join(' '),
      );
    },
  };
}

/** `paths//api/health/get` to `paths/~1api~1health/get`, escaped for an address. */
function pointer(at: string): string {
  const escaped = at
    .replace(
      /^(paths\/)(\/.*?)(?=\/(?:get|post|patch|delete)\/)/,
      (_, start: string, path: string) => start + path.replaceAll('/', '~1'),
    )
    .replace(/content\/(\w+)\/(\w[\w-]*)/, 'content/$1~1$2');
  return escaped.split('/').map(encodeURIComponent).join('/');
}

function closeObjects(value: unknown): object {
  const close = (part: unknown): unknown => {
    if (Array.isArray(part)) return part.map(close);
    if (typeof part !== 'object' || part === null) return part;
    const copy = Object.fromEntries(Object.entries(part).map(([key, inner]) => [key, close(inner)]));
    const isOpen = copy.type === 'object' && copy.properties && copy.additionalProperties === undefined;
    return isOpen ? { ...copy, additionalProperties: false } : copy;
  };
  return Object(close(value));
}
