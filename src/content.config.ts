import { defineCollection } from 'astro:content';
import { glob, type Loader } from 'astro/loaders';
import { generatedGuides, type WrittenGuide } from './lib/guides/generated.ts';
import { prose } from './lib/guides/loader.ts';
import { faqSchema, guideSchema, pageSchema } from './lib/guides/schema.ts';
import { contentLoaded, type CollectionName } from './loaded-content.ts';

const scale = Number(process.env.GUIDES_SCALE ?? 0);

function written(collection: CollectionName): Loader {
  return prose(glob({ base: `./src/content/${collection}`, pattern: '*.mdx' }), {
    loaded: (entries) => {
      contentLoaded.publish({ collection, entries });
    },
    ...(collection === 'guides' && {
      generate: (guides) => generatedGuides(scale, guides as WrittenGuide[]),
    }),
  });
}

export const collections = {
  guides: defineCollection({ loader: written('guides'), schema: guideSchema }),
  faq: defineCollection({ loader: written('faq'), schema: faqSchema }),
  pages: defineCollection({ loader: written('pages'), schema: pageSchema }),
};
