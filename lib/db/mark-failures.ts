import { UNAVAILABLE_DIGEST } from '../unavailable-digest';
import { isDatabaseFailure } from './database-failure';

type Operation = { readonly args: unknown; query(args: unknown): Promise<unknown> };

interface Extensible {
  $extends(extension: never): unknown;
}

/** Gives a database failure a digest, which tells the error page in the browser what happened. */
function mark(error: unknown): never {
  if (error instanceof Error && isDatabaseFailure(error)) Reflect.set(error, 'digest', UNAVAILABLE_DIGEST);
  throw error;
}

/** Runs `work` with its database failures marked. */
export async function withMarkedFailures<T>(work: () => Promise<T>): Promise<T> {
  return work().catch(mark);
}

/** A client whose failures are marked. */
export function markFailures<Client extends Extensible>(client: Client): Client {
  const $allOperations = ({ args, query }: Operation) => query(args).catch(mark);
  // Reflect, because the extended client's type lacks only methods that the shop does not use.
  return Reflect.apply(client.$extends, client, [{ query: { $allOperations } }]);
}
