// The variables with which every command starts the built server. The Dockerfile sets the same.

// Longer than a client or a proxy keeps an idle connection (nginx: 60 s). With Node's 5 s, the server could close a connection
// just as the next request is sent on it.
export const KEEP_ALIVE_MS = 65_000;

/** With NEXT_MANUAL_SIG_HANDLE, Next leaves SIGTERM to lib/stop-on-signal.ts. */
export const serverVariables = { NEXT_MANUAL_SIG_HANDLE: '1', NEXT_TELEMETRY_DISABLED: '1' };
