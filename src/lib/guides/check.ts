import { allTags, allText, parseBody } from './body.ts';
import type { Declarations, DeclaredField } from './declarations.ts';
import { headings } from './headings.ts';

/** The component that refers to the items of each field. */
const components: Readonly<Record<DeclaredField, string>> = {
  sections: 'Section',
  steps: 'Step',
  faq: 'Faq',
  figures: 'Figure',
};

/**
 * Holds the text of an entry against its frontmatter. An id in only one of the
 * two, or twice in the text, is a problem; so are steps in another order and
 * links to anchors that do not exist. Each problem says what a writer has to do.
 */
export function checkBody(body: string, declarations: Declarations): string[] {
  const { blocks, problems: found } = parseBody(body);
  const problems = [...found];
  const tags = allTags(blocks);
  for (const [field, component] of Object.entries(components) as [DeclaredField, string][]) {
    const listed = declarations[field].map(({ id }) => id);
    const used = tags.filter(({ name }) => name === component).map(({ id }) => id);
    problems.push(...compareIds(field, component, listed, used));
    if (field === 'steps' && sameSet(listed, used) && listed.join() !== used.join()) {
      problems.push(`\`steps\` lists ${listed.join(', ')}; put the text in the same order.`);
    }
  }
  const anchors = anchorsOf(declarations);
  for (const [, anchor = ''] of allText(blocks)
    .join('\n')
    .matchAll(/\]\(#([^)\s]*)\)/g)) {
    if (!anchors.has(anchor)) problems.push(`A link goes to #${anchor}, which is not on the page.`);
  }
  return problems;
}

function compareIds(
  field: DeclaredField,
  component: string,
  listed: readonly string[],
  used: readonly string[],
): string[] {
  const unwritten = listed
    .filter((id) => !used.includes(id))
    .map(
      (id) =>
        `\`${field}\` lists ${id}, but the text has no <${component} id="${id}">: ` +
        'write it, or take it off the list.',
    );
  const unlisted = [...new Set(used)]
    .filter((id) => id !== '' && !listed.includes(id))
    .map(
      (id) =>
        `The text has <${component} id="${id}">, but \`${field}\` has no ${id}: ` +
        'add it there, or correct the id.',
    );
  const twice = used
    .filter((id, index) => id !== '' && used.indexOf(id) !== index)
    .map((id) => `<${component} id="${id}"> stands in the text more than once: keep one.`);
  return [...unwritten, ...unlisted, ...twice];
}

function sameSet(a: readonly string[], b: readonly string[]): boolean {
  return [...a].sort().join() === [...b].sort().join();
}

/** Every anchor of the page that the entry makes. */
function anchorsOf({ sections, steps, faq }: Declarations): Set<string> {
  return new Set([
    ...Object.values(headings).map(({ id }) => id),
    'companion',
    ...sections.map(({ id }) => id),
    ...steps.map(({ id }) => `step-${id}`),
    ...faq.map(({ id }) => `faq-${id}`),
  ]);
}
