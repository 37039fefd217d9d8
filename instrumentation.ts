import type { Instrumentation } from 'next';

/** Runs once when the server starts, before the first request; not during the build. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    const { startServer } = await import('./instrumentation-node');
    await startServer();
  }
}

/** Next calls this with each error of a page or route. Routes answer database failures themselves: app/or-unavailable.ts. */
export const onRequestError: Instrumentation.onRequestError = async (error, request, { routeType }) => {
  if (process.env.NEXT_RUNTIME === 'nodejs' && routeType === 'render') {
    const { answerUnavailable } = await import('./lib/http/answer-unavailable');
    answerUnavailable(error, request);
  }
};
