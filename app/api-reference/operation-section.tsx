import type { ReactNode } from 'react';
import type { ApiDocument, ApiPart, Content, Method, Operation, Parameter, Schema } from '@/lib/openapi/types';
import { Fields } from './fields';
import { RichText } from './rich-text';
import { describeType } from './type-of';

type Schemas = ApiPart['schemas'];
type SecuritySchemes = ApiDocument['components']['securitySchemes'];

/** One operation: its address, parameters, request with an example, and answers. */
export function OperationSection({
  method,
  path,
  operation,
  schemas,
  securitySchemes,
}: {
  method: Method;
  path: string;
  operation: Operation;
  schemas: Schemas;
  securitySchemes: SecuritySchemes;
}) {
  const { operationId, summary, description, security = [], parameters = [], requestBody, responses } = operation;
  const keys = security.flatMap((names) => Object.keys(names));
  return (
    <article id={operationId} className="mt-6 scroll-mt-6 rounded-tile border border-line bg-surface p-4 sm:p-6">
      <h3 className="text-lg">{summary}</h3>
      <p className="mt-2 break-words font-mono text-sm">
        <span className={`mr-2 rounded px-1.5 py-0.5 font-semibold uppercase ${colours[method]}`}>{method}</span>{' '}
        <span>{path}</span>
      </p>
      {description && (
        <p className="prose-measure mt-3">
          <RichText text={description} />
        </p>
      )}
      {keys.length > 0 && (
        <Part title="Key">
          {keys.map((name) => (
            <p key={name}>
              <RichText text={securitySchemes[name]?.description ?? name} />
            </p>
          ))}
        </Part>
      )}
      {parameters.length > 0 && (
        <Part title="Parameters">
          <Parameters parameters={parameters} />
        </Part>
      )}
      {requestBody && (
        <Part title="Request">
          <Body content={requestBody.content} schemas={schemas} isOpen />
        </Part>
      )}
      <Part title="Answers">
        <ul className="grid gap-2">
          {Object.entries(responses).map(([status, response]) => (
            <li key={status}>
              <p>
                <span className="mr-2 font-mono font-semibold">{status}</span>
                <RichText text={response.description} />
              </p>
              {response.content && <Body content={response.content} schemas={schemas} />}
            </li>
          ))}
        </ul>
      </Part>
    </article>
  );
}

const colours: Record<Method, string> = {
  get: 'bg-seqr-soft text-seqr-deep',
  post: 'bg-pine-soft text-ink',
  patch: 'bg-pine-soft text-ink',
  delete: 'bg-falu-soft text-falu',
};

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="mt-4">
      <h4 className="mb-1 text-sm font-semibold text-muted">{title}</h4>
      {children}
    </div>
  );
}

function Parameters({ parameters }: { parameters: readonly Parameter[] }) {
  return (
    <dl className="grid gap-2">
      {parameters.map(({ name, in: place, required, description, schema }) => (
        <div key={name}>
          <dt>
            <code className="font-semibold">{place === 'path' ? `{${name}}` : `?${name}=`}</code>{' '}
            <span className="text-sm text-muted">{`${describeType(schema)}${required ? ', required' : ''}`}</span>
          </dt>
          <dd>
            <RichText text={description} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Body({ content, schemas, isOpen = false }: { content: Content; schemas: Schemas; isOpen?: boolean }) {
  return Object.entries(content).map(([type, { schema, example }]) => (
    <div key={type}>
      {example !== undefined && (
        <pre className="mb-2 overflow-x-auto rounded bg-sunken p-3 text-sm leading-relaxed break-words whitespace-pre-wrap">
          <code>{JSON.stringify(example, null, 2)}</code>
        </pre>
      )}
      {hasFields(schema, schemas) && (
        <details open={isOpen}>
          <summary className="py-1 text-sm underline underline-offset-4">{`Fields of ${nameOf(schema) ?? 'the JSON'}`}</summary>
          <Fields schema={schema} schemas={schemas} />
        </details>
      )}
    </div>
  ));
}

function nameOf({ $ref }: Schema): string | undefined {
  return $ref?.split('/').at(-1);
}

function hasFields(schema: Schema, schemas: Schemas): boolean {
  const resolved = schemas[nameOf(schema) ?? ''] ?? schema;
  return resolved.properties !== undefined || resolved.oneOf !== undefined;
}
