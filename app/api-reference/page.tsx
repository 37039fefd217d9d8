import { config } from '@/lib/config';
import { describeApi } from '@/lib/openapi/describe-api';
import { type Method, methods, type Operation } from '@/lib/openapi/types';
import { OperationSection } from './operation-section';
import { RichText } from './rich-text';

// Depends on the configuration of the server.
export const dynamic = 'force-dynamic';

type Entry = { method: Method; path: string; operation: Operation };

/** Shows the description in /api/openapi.json. */
export default function ApiReference() {
  const { shopEnabled, sandbox, testApiKey } = config();
  const api = describeApi({ shop: shopEnabled, sandbox: sandbox.enabled, testApi: testApiKey !== undefined });
  const entries = Object.entries(api.paths).flatMap(([path, item]) =>
    methods.flatMap((method): Entry[] => {
      const operation = item[method];
      return operation ? [{ method, path, operation }] : [];
    }),
  );
  const sections = api.tags.map((tag) => ({
    ...tag,
    entries: entries.filter(({ operation }) => operation.tags.includes(tag.name)),
  }));
  return (
    <div className="lg:grid lg:grid-cols-[16rem_minmax(0,1fr)] lg:gap-12">
      <div className="lg:col-start-2">
        <h1 className="text-title">HTTP interface</h1>
        <p className="prose-measure mt-3 text-lg text-muted">
          <RichText text={api.info.description} />
        </p>
        <p className="mt-3">
          <a href="/api/openapi.json" className="underline underline-offset-4">
            OpenAPI 3.1 as JSON
          </a>
        </p>
      </div>
      <nav aria-label="Operations" className="mt-8 lg:row-span-2 lg:row-start-1 lg:mt-0">
        <div className="grid gap-x-8 gap-y-5 sm:grid-cols-2 lg:sticky lg:top-6 lg:max-h-[calc(100dvh-3rem)] lg:grid-cols-1 lg:overflow-y-auto">
          {sections.map((section) => (
            <div key={section.name}>
              <h2 className="font-semibold">{section.name}</h2>
              <ul className="mt-1 text-sm">
                {section.entries.map(({ operation }) => (
                  <li key={operation.operationId}>
                    <a href={`#${operation.operationId}`} className="block py-1 text-muted hover:underline">
                      {operation.summary}
                    </a>
                  </li>
                ))}
              </ul>
            </div>
          ))}
        </div>
      </nav>
      <div className="lg:col-start-2">
        {sections.map((section) => (
          <section key={section.name} aria-label={section.name} className="mt-12">
            <h2 className="text-heading">{section.name}</h2>
            <p className="prose-measure mt-1 text-muted">{section.description}</p>
            {section.entries.map((entry) => (
              <OperationSection key={entry.operation.operationId} {...entry} {...api.components} />
            ))}
          </section>
        ))}
      </div>
    </div>
  );
}
