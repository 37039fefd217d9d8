import { strFromU8, unzipSync } from 'fflate';

/** Returns the cells of an .xlsx file's first sheet, row by row. Times are numbers too. */
export function readXlsx(content: Uint8Array): (string | number | null)[][] {
  const files = unzipSync(content);
  const sheet = text(files['xl/worksheets/sheet1.xml']);
  const strings = [...text(files['xl/sharedStrings.xml']).matchAll(/<si>(.*?)<\/si>/gs)].map(([, item = '']) =>
    unescapeXml([...item.matchAll(/<t[^>]*>(.*?)<\/t>/gs)].map(([, part = '']) => part).join('')),
  );
  return [...sheet.matchAll(/<row\b[^>]*>(.*?)<\/row>/gs)].map(([, row = '']) => {
    const cells: (string | number | null)[] = [];
    for (const [, attributes = '', body = ''] of row.matchAll(/<c\b([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)) {
      const column = columnOf(/r="([A-Z]+)/.exec(attributes)?.[1] ?? '');
      while (cells.length < column) cells.push(null);
      const value = /<v>(.*?)<\/v>/s.exec(body)?.[1];
      const inline = /<t[^>]*>(.*?)<\/t>/s.exec(body)?.[1];
      if (body.includes('<f>')) cells[column] = `a formula: ${body}`;
      else if (inline !== undefined) cells[column] = unescapeXml(inline);
      else if (value === undefined) cells[column] = null;
      else cells[column] = attributes.includes('t="s"') ? (strings[Number(value)] ?? null) : Number(value);
    }
    return cells;
  });
}

function text(file: Uint8Array | undefined): string {
  return file ? strFromU8(file) : '';
}

function columnOf(letters: string): number {
  return [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function unescapeXml(xml: string): string {
  return xml.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
}
