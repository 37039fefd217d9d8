const types: Record<string, string> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** A file to be saved; its type follows from its name. */
export function fileResponse(content: BodyInit, filename: string): Response {
  const type = types[filename.slice(filename.lastIndexOf('.') + 1)] ?? 'application/octet-stream';
  return new Response(content, {
    headers: {
      'Content-Type': type,
      'Content-Disposition': `attachment; filename="${filename}"`,
      'Cache-Control': 'no-store',
    },
  });
}
