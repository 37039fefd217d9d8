declare module 'next/dist/compiled/compression' {
  import type { IncomingMessage, ServerResponse } from 'node:http';
  /** The middleware with which Next compresses. */
  export default function compression(): (request: IncomingMessage, response: ServerResponse, next: () => void) => void;
}
