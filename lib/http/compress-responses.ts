import type { IncomingMessage, ServerResponse } from 'node:http';
import { onServerRequest } from '../on-server-request';

/** Next's own functions: `compress` compresses a response, and `release` stops this after the client has disconnected. */
interface Compression {
  compress: (request: IncomingMessage, response: ServerResponse, next: () => void) => void;
  release: (response: ServerResponse) => void;
}

/**
 * Compresses responses as Next would (`compress` in next.config.js), including those that are sent before Next. The middleware
 * does not change a response that has a `Content-Encoding`, such as a page from the page cache.
 */
export function compressResponses({ compress, release }: Compression): void {
  onServerRequest((request, response) => {
    compress(request, response, () => {});
    response.once('close', () => {
      if (!response.writableFinished) release(response);
    });
  });
}
