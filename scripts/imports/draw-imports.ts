import { allowedImports } from './allowed-imports';

type Graph = Map<string, Set<string>>;

const BEGIN = '<!-- Drawn from scripts/imports/allowed-imports.ts by: npm run imports -- --write -->';
const END = '<!-- end of the drawing -->';

/** Returns a documentation page with its diagrams redrawn from the table. Throws if the page has no place for them. */
export function withDrawings(page: string): string {
  const [before, rest] = page.split(BEGIN);
  const after = rest?.split(END)[1];
  if (before === undefined || after === undefined) throw new Error(`The page has no lines ${BEGIN} and ${END}`);
  return `${before}${BEGIN}\n\n${drawings()}\n\n${END}${after}`;
}

function drawings(): string {
  const shop = graphOf((folder) => {
    if (folder.startsWith('lib/sandbox') || folder.startsWith('lib/testing')) return null;
    const [top, second] = folder.split('/');
    return top === 'lib' && second ? second : top === 'components' || top === 'app' ? top : null;
  });
  const sandbox = graphOf((folder) => /^lib\/sandbox\/([\w-]+)$/.exec(folder)?.[1] ?? null);
  return `The shop (\`lib/*\` with its inner folders; files directly in \`lib\` are left out):\n\n${draw(shop)}\n\nThe sandbox (\`lib/sandbox/*\`):\n\n${draw(sandbox)}`;
}

/** Returns the table as a graph. Folders with the same name from `nameOf` are one node; null leaves a folder out. */
function graphOf(nameOf: (folder: string) => string | null): Graph {
  const graph: Graph = new Map();
  for (const [folder, targets] of Object.entries(allowedImports)) {
    const from = nameOf(folder);
    if (from === null) continue;
    const edges = graph.get(from) ?? new Set();
    graph.set(from, edges);
    for (const to of targets.map(nameOf)) if (to !== null && to !== from) edges.add(to);
  }
  return graph;
}

/** An arrow is left out where a longer path implies it. */
function draw(graph: Graph): string {
  const arrows = [...graph].flatMap(([from, targets]) =>
    [...targets]
      .filter((to) => ![...targets].some((other) => other !== to && reaches(graph, other, to)))
      .map((to) => `  ${from} --> ${to}`),
  );
  return ['```mermaid', 'flowchart TD', ...arrows, '```'].join('\n');
}

function reaches(graph: Graph, from: string, to: string): boolean {
  return [...(graph.get(from) ?? [])].some((next) => next === to || reaches(graph, next, to));
}
