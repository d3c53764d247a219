import type { Plugin } from 'vite';

interface Chunk {
  readonly imports: readonly string[];
  readonly dynamicImports: readonly string[];
}

/** The scripts of the site by file, such as `_astro/x.js`, and which others each loads. */
export type ChunkGraph = ReadonlyMap<string, Chunk>;

/** A graph that a plugin of Vite's fills while the scripts of the pages are bundled. */
export function chunkGraph(): { graph: ChunkGraph; plugin: Plugin } {
  const graph = new Map<string, Chunk>();
  const plugin: Plugin = {
    name: '2faa-chunk-graph',
    generateBundle(_options, bundle) {
      if (this.environment.name !== 'client') return;
      for (const file of Object.values(bundle)) {
        if (file.type !== 'chunk') continue;
        const { fileName, imports, dynamicImports } = file;
        graph.set(fileName, { imports, dynamicImports });
      }
    },
  };
  return { graph, plugin };
}

/** The files that loading `entries` brings along, themselves included. */
export function closure(
  graph: ChunkGraph,
  entries: readonly string[],
  ...edges: (keyof Chunk)[]
): Set<string> {
  const found = new Set<string>();
  const visit = (file: string): void => {
    if (found.has(file)) return;
    found.add(file);
    const chunk = graph.get(file);
    for (const edge of edges) chunk?.[edge].forEach(visit);
  };
  entries.forEach(visit);
  return found;
}

/** The graph without what loads on demand under one of these names. */
export function without(graph: ChunkGraph, names: readonly RegExp[]): ChunkGraph {
  const withoutEdges = ({ imports, dynamicImports }: Chunk): Chunk => ({
    imports,
    dynamicImports: dynamicImports.filter((file) => !names.some((name) => name.test(file))),
  });
  return new Map([...graph].map(([file, chunk]) => [file, withoutEdges(chunk)]));
}
