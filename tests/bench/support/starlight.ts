import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { putAside } from './aside.ts';
import { outside } from './outside.ts';

const config = `import { defineConfig } from 'astro/config';
import starlight from '@astrojs/starlight';

export default defineConfig({
  site: 'https://2faa.example',
  integrations: [starlight({ title: '2FAA' })],
});
`;

const collections = `import { defineCollection } from 'astro:content';
import { docsLoader } from '@astrojs/starlight/loaders';
import { docsSchema } from '@astrojs/starlight/schema';

export const collections = {
  docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }),
};
`;

/** How the guides are written: as ours are, or without components. */
export type Format = 'mdx' | 'md';

/**
 * Makes a Starlight site of its own defaults with the text of our guides, as their
 * Markdown twins in a built site of ours have it. As MDX, its own components stand
 * where ours do. Gives its folder.
 */
export async function starlightSite(built: string, format: Format): Promise<string> {
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
    const text = withFrontmatter(await readFile(path.join(built, 'guides', file), 'utf8'));
    const name = file.replace(/md$/, format);
    await writeFile(path.join(guides, name), format === 'mdx' ? withComponents(text) : text);
  }
  return folder;
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
  return markdown
    .replace(/<(https?:[^>]+)>/g, '$1')
    .replace(
      /^---\n[^]*?\n---\n/,
      `$&\nimport { Aside, Steps } from '@astrojs/starlight/components';\n`,
    )
    .replace(/(?:^\d+\. .*\n)+/gm, (list) => `<Steps>\n\n${list}\n</Steps>\n`)
    .replace(/(?:^>.*\n)+/gm, (note) => `<Aside>\n\n${note.replace(/^> ?/gm, '')}\n</Aside>\n`);
}
