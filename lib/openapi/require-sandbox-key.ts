import { answer, ref } from './schema';
import { type ApiPart, type Method, methods, type Operation } from './types';

/** Adds the key of a public sandbox, and the refusals without it, to each operation of the control API. */
export function requireSandboxKey(part: ApiPart): ApiPart {
  const paths = Object.entries(part.paths).map(([path, item]) => {
    const operations = methods.flatMap((method) => {
      const operation = item[method];
      return operation ? [[method, withKey(method, operation)] as const] : [];
    });
    return [path, Object.fromEntries(operations)] as const;
  });
  return { ...part, paths: Object.fromEntries(paths), securitySchemes: { sandboxKey } };
}

const sandboxKey = {
  type: 'apiKey',
  in: 'header',
  name: 'X-Sandbox-Key',
  description:
    'A public sandbox requires `SEQR_SANDBOX_KEY` in the header `X-Sandbox-Key`. Another sandbox requires no key.',
} as const;

const noKey = 'The sandbox is public and has no key';

function withKey(method: Method, operation: Operation): Operation {
  const forbidden = method === 'get' ? `${noKey}.` : `${noKey}, or the request comes from another site’s page.`;
  return {
    ...operation,
    security: [{ sandboxKey: [] }, {}],
    responses: {
      ...operation.responses,
      401: answer('The sandbox is public, and its key is missing or wrong.', ref('ControlError')),
      403: answer(forbidden, ref('ControlError')),
    },
  };
}
