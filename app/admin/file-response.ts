import { contentDisposition } from '@/lib/content-disposition';

const types: Record<string, string> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** A download whose content type is derived from the file name. */
export function fileResponse(content: BodyInit, filename: string): Response {
  const type = types[filename.slice(filename.lastIndexOf('.') + 1)] ?? 'application/octet-stream';
  return new Response(content, {
    headers: {
      'Content-Type': type,
      'Content-Disposition': contentDisposition('attachment', filename),
      'Cache-Control': 'no-store',
    },
  });
}

/** Streams a text piece by piece, as fast as the client reads it. */
export function streamText(pieces: AsyncGenerator<string>): ReadableStream {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await pieces.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    cancel: () => void pieces.return(undefined),
  });
}
