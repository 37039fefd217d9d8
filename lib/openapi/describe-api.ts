import { healthApi } from './health';
import { requireSandboxKey } from './require-sandbox-key';
import { accountsApi } from './sandbox-accounts';
import { faultsApi } from './sandbox-faults';
import { invoicesApi } from './sandbox-invoices';
import { serviceApi } from './sandbox-service';
import { shopApi } from './shop';
import { testApi } from './test-api';
import type { ApiDocument } from './types';

const text = `Place orders, follow payments and control the SEQR sandbox by HTTP. Requests and answers are JSON. Pages of other sites cannot send requests that change data.`;

type ApiParts = { readonly shop: boolean; readonly sandbox: boolean; readonly testApi: boolean };

/** The HTTP interface in OpenAPI 3.1, with the paths that this server has. */
export function describeApi(has: ApiParts): ApiDocument {
  const parts = [
    ...(has.shop ? [shopApi] : []),
    ...(has.sandbox ? [invoicesApi, faultsApi, accountsApi, serviceApi].map(requireSandboxKey) : []),
    ...(has.testApi ? [testApi] : []),
    healthApi,
  ];
  return {
    openapi: '3.1.0',
    info: { title: 'The SEQR webshop’s HTTP interface', version: '1', description: text },
    servers: [{ url: '/' }],
    tags: parts.flatMap(({ tags }) => tags),
    paths: Object.assign({}, ...parts.map(({ paths }) => paths)),
    components: {
      schemas: Object.assign({}, ...parts.map(({ schemas }) => schemas)),
      securitySchemes: Object.assign({}, ...parts.map(({ securitySchemes }) => securitySchemes)),
    },
  };
}
