import path from 'node:path';
import { build } from 'vite';

/**
 * Of Pagefind's script, the class that searches one index. What it exports besides works
 * with workers of its own and with several indexes, and is a third of it.
 *
 * @param script the script as Pagefind wrote it
 */
export async function smallSearchScript(script: Uint8Array): Promise<string> {
  const own = new Map([
    ['entry', `export { PagefindInstance } from 'pagefind.js'`],
    ['pagefind.js', `${Buffer.from(script).toString('utf8')}\nexport { PagefindInstance };`],
  ]);
  const written = await build({
    configFile: false,
    logLevel: 'warn',
    plugins: [
      {
        name: 'pagefind-script',
        resolveId: (id) => (own.has(path.basename(id)) ? `\0${path.basename(id)}` : undefined),
        load: (id) => own.get(id.slice(1)),
      },
    ],
    define: { 'typeof window': '"undefined"', 'typeof document': '"undefined"' },
    build: {
      write: false,
      modulePreload: false,
      rolldownOptions: {
        input: 'entry',
        preserveEntrySignatures: 'strict',
        output: { minify: { compress: { dropConsole: true } } },
      },
    },
  });
  const [chunk] = [written].flat().flatMap((one) => ('output' in one ? one.output : []));
  if (chunk?.type !== 'chunk') throw new Error('Pagefind has no script.');
  return chunk.code;
}
