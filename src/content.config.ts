import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { checked } from './lib/guides/loader.ts';
import { guideSchema, pageSchema } from './lib/guides/schema.ts';

const guides = defineCollection({
  loader: checked(glob({ base: './src/content/guides', pattern: '*.mdx' })),
  schema: guideSchema,
});

const pages = defineCollection({
  loader: checked(glob({ base: './src/content/pages', pattern: '*.mdx' })),
  schema: pageSchema,
});

export const collections = { guides, pages };
