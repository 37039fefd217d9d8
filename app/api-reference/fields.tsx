import type { ApiPart, Schema } from '@/lib/openapi/types';
import { RichText } from './rich-text';
import { describeType, resolve } from './type-of';

const INDENT = 'mt-1 grid gap-1.5 border-l border-line pl-3';

/** An object's fields, or the fields of each of its kinds, including those of nested objects. */
export function Fields({ schema, schemas }: { schema: Schema; schemas: ApiPart['schemas'] }) {
  const resolved = resolve(schema, schemas);
  if (resolved.items) return <Fields schema={resolved.items} schemas={schemas} />;
  const kinds = resolved.oneOf?.filter(({ properties }) => properties);
  if (kinds?.length) return <Kinds kinds={kinds} schemas={schemas} />;
  if (!resolved.properties) return null;
  return (
    <ul className={INDENT}>
      {Object.entries(resolved.properties).map(([name, field]) => (
        <li key={name}>
          <code className="font-semibold break-words">{name}</code>{' '}
          <span className="text-sm text-muted">
            {`${describeType(field)}${resolved.required?.includes(name) ? '' : ', optional'}`}
          </span>
          {field.description && (
            <span className="block text-sm">
              <RichText text={field.description} />
            </span>
          )}
          <Fields schema={field} schemas={schemas} />
        </li>
      ))}
    </ul>
  );
}

/** Fields that all kinds have are shown once, after the kinds, and again where a kind defines them differently. */
function Kinds({ kinds, schemas }: { kinds: readonly Schema[]; schemas: ApiPart['schemas'] }) {
  const shared = Object.fromEntries(
    Object.entries(kinds[0]?.properties ?? {}).filter(
      ([name, field]) => field.const === undefined && kinds.every(({ properties }) => properties?.[name]),
    ),
  );
  const own = (kind: Schema): Schema => ({
    ...kind,
    properties: Object.fromEntries(
      Object.entries(kind.properties ?? {}).filter(([name, field]) => shared[name] !== field),
    ),
  });
  return (
    <>
      <p className="text-sm text-muted">One of these:</p>
      <ul className="mt-1 grid gap-3">
        {kinds.map((kind) => (
          <li key={Object.keys(kind.properties ?? {}).join() + String(kind.properties?.kind?.const)}>
            {kind.description && <p className="text-sm">{kind.description}</p>}
            <Fields schema={own(kind)} schemas={schemas} />
          </li>
        ))}
      </ul>
      {Object.keys(shared).length > 0 && (
        <>
          <p className="mt-3 text-sm text-muted">Each also has:</p>
          <Fields schema={{ properties: shared }} schemas={schemas} />
        </>
      )}
    </>
  );
}
