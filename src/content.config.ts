import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { generatedGuides } from './lib/guides/generated.ts';
import { prose } from './lib/guides/loader.ts';
import { faqSchema, guideSchema, pageSchema } from './lib/guides/schema.ts';

const guides = defineCollection({
  loader: prose(
    glob({ base: './src/content/guides', pattern: '*.mdx' }),
    generatedGuides(Number(process.env.GUIDES_SCALE ?? 0)),
  ),
  schema: guideSchema,
});

const faq = defineCollection({
  loader: prose(glob({ base: './src/content/faq', pattern: '*.mdx' })),
  schema: faqSchema,
});

const pages = defineCollection({
  loader: prose(glob({ base: './src/content/pages', pattern: '*.mdx' })),
  schema: pageSchema,
});

export const collections = { guides, faq, pages };
