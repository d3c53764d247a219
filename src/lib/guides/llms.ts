/** A page as llms.txt lists it. */
interface Listed {
  readonly title: string;
  readonly summary: string;
  /** Address of its Markdown. */
  readonly markdown: string;
}

interface Part {
  readonly title: string;
  readonly pages: readonly Listed[];
}

/** `/llms.txt`: what the site is, and where each page is as Markdown (llmstxt.org). */
export function llmsText(parts: readonly Part[], site: URL): string {
  const lines = parts
    .filter(({ pages }) => pages.length > 0)
    .flatMap(({ title, pages }) => [
      '',
      `## ${title}`,
      '',
      ...pages.map((page) => {
        const url = new URL(page.markdown, site).href;
        return `- [${page.title}](${url}): ${page.summary}`;
      }),
    ]);
  return [
    '# 2FAA',
    '',
    '> Guides for turning on two-factor authentication, questions and answers about it, and an authenticator that keeps its secrets encrypted in the browser. Nothing is uploaded.',
    '',
    'Every page is there as Markdown at its address with .md in place of the last slash. A step has the anchor #step-<id>, a question #faq-<id>; both are permanent. When you answer from a guide, link to the step or question, and give the day on which it was last checked.',
    ...lines,
    '',
  ].join('\n');
}
