import type { Loader } from 'astro/loaders';
import { checkBody } from './check.ts';
import { declarationsOf } from './declarations.ts';
import type { GuideData, PageData } from './schema.ts';

/**
 * A loader that also holds the text of every entry against its frontmatter and
 * fails with the whole list of what does not fit. The schema has accepted the
 * frontmatter by then.
 */
export function checked(inner: Loader): Loader {
  return {
    ...inner,
    name: `checked-${inner.name}`,
    load: async (context) => {
      await inner.load(context);
      const problems = context.store
        .values()
        .flatMap(({ id, data, body = '', filePath = id }) =>
          checkBody(body, declarationsOf(data as GuideData | PageData)).map(
            (problem) => `${filePath}: ${problem}`,
          ),
        );
      if (problems.length > 0) {
        throw new Error(`Text and frontmatter do not fit:\n${problems.join('\n')}`);
      }
    },
  };
}
