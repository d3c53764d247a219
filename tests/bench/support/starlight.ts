import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { root } from '../../../scripts/built.ts';
import { putAside } from './aside.ts';
import { outside } from './outside.ts';

/** A configuration of Starlight's own defaults; the rest is what our companion takes to bundle. */
const config = `import { defineConfig } from 'astro/config';
import preact from '@astrojs/preact';
import starlight from '@astrojs/starlight';

export default defineConfig({
  site: 'https://2faa.example',
  integrations: [starlight({ title: '2FAA' }), preact()],
  vite: {
    worker: { format: 'es' },
    resolve: {
      dedupe: ['preact'],
      alias: [{ find: /^@zxing\\/library\\/cjs\\//, replacement: '@zxing/library/es2015/' }],
    },
  },
});
`;

const companion = path.join(root, 'src', 'components', 'enroll', 'EnrollIsland.tsx');

const collections = `import { defineCollection } from 'astro:content';
import { docsLoader } from '@astrojs/starlight/loaders';
import { docsSchema } from '@astrojs/starlight/schema';

export const collections = {
  docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }),
};
`;

/** What of our guides is there: all that they do, or their text alone. */
export type Extent = 'guide' | 'text';

/**
 * Makes a Starlight site of our guides, in MDX: their text as their Markdown twins in a built
 * site of ours have it, with Starlight's components where ours stand, and the companion as an
 * island, which every guide has. Gives its folder.
 */
export async function starlightSite(built: string, extent: Extent): Promise<string> {
  // Beside the packages, for Astro reads from the package.json which of them it has to compile.
  const folder = await outside();
  for (const old of ['src', 'dist', '.astro', path.join('node_modules', '.astro')]) {
    await putAside(path.join(folder, old));
  }
  const guides = path.join(folder, 'src', 'content', 'docs', 'guides');
  await mkdir(guides, { recursive: true });
  await writeFile(path.join(folder, 'astro.config.mjs'), config);
  await writeFile(path.join(folder, 'src', 'content.config.ts'), collections);
  const files = await readdir(path.join(built, 'guides'));
  for (const file of files.filter((name) => name.endsWith('.md'))) {
    const name = file.replace(/\.md$/, '');
    const text = withComponents(await readFile(path.join(built, 'guides', file), 'utf8'));
    await writeFile(
      path.join(guides, `${name}.mdx`),
      extent === 'guide' ? text + companionOf(name) : text,
    );
    if (extent === 'text') continue;
    const page = await readFile(path.join(built, 'guides', name, 'index.html'), 'utf8');
    await writeFile(path.join(guides, `${name}.json`), companionProps(page));
  }
  return folder;
}

/** The companion, with what it is given in a file beside the guide: written into it takes longer. */
function companionOf(guide: string): string {
  return `
import Companion from ${JSON.stringify(companion)};
import given from './${guide}.json';

<Companion client:load {...given} />
`;
}

/** What the companion is given on a page of ours, in JSON. */
function companionProps(html: string): string {
  const [, props = ''] =
    /<script type="application\/json" data-island-props="enroll">([^]*?)<\/script>/.exec(html) ??
    [];
  return props;
}

/** Starlight takes the title and the description from the frontmatter. */
function withFrontmatter(markdown: string): string {
  const [heading = '', , description = '', ...rest] = markdown.split('\n');
  const title = heading.replace(/^# /, '');
  const frontmatter = Object.entries({ title, description }).map(
    ([name, value]) => `${name}: ${JSON.stringify(value)}`,
  );
  return ['---', ...frontmatter, '---', ...rest].join('\n');
}

/** Numbered lists as `<Steps>` and notes as `<Aside>`; MDX has no addresses in angle brackets. */
function withComponents(markdown: string): string {
  return withFrontmatter(markdown)
    .replace(/<(https?:[^>]+)>/g, '$1')
    .replace(
      /^---\n[^]*?\n---\n/,
      `$&\nimport { Aside, Steps } from '@astrojs/starlight/components';\n`,
    )
    .replace(/(?:^\d+\. .*\n)+/gm, (list) => `<Steps>\n\n${list}\n</Steps>\n`)
    .replace(/(?:^>.*\n)+/gm, (note) => `<Aside>\n\n${note.replace(/^> ?/gm, '')}\n</Aside>\n`);
}
