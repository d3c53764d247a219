import { parseBody, type Block } from './body.ts';
import { isoDay } from './dates.ts';
import { declarationsOf, declared, type Declarations } from './declarations.ts';
import { headings } from './headings.ts';
import { methodOf } from './method.ts';
import type { QuestionGroup } from './questions.ts';
import type { FaqData, GuideData, PageData } from './schema.ts';
import { checkedAgainst, sourceDetails } from './trust.ts';

/**
 * A guide as plain Markdown, for people and programs that read text.
 *
 * @param page the address of the guide; links within the site become absolute by it
 */
export function guideMarkdown(guide: { data: GuideData; body: string }, page: URL): string {
  const { data } = guide;
  const method = methodOf(data);
  const parts = [
    `# ${data.title}`,
    data.summary,
    [
      `- Service: ${data.service}`,
      `- Takes about ${data.minutes} minutes for each identity`,
      `- Method: ${method.name}, ${method.codes}`,
      `- Last checked: ${isoDay(data.verified)}, against the ${checkedAgainst(data)}`,
      `- Start: [${data.links.start.title}](${data.links.start.url})`,
      ...data.links.official.map(({ title, url }) => `- Official: [${title}](${url})`),
      `- This guide: <${page.href}>`,
    ].join('\n'),
    ['You need:', '', ...data.needs.map((need) => `- ${need}`)].join('\n'),
    ...blocksToMarkdown(parseBody(guide.body).blocks, declarationsOf(data), 2),
    `## ${headings.sources.title}`,
    sourceList(data.sources),
  ];
  return absoluteLinks(parts.join('\n\n'), page) + '\n';
}

/**
 * Any other page as plain Markdown.
 *
 * @param page its address
 */
export function pageMarkdown(entry: { data: PageData | FaqData; body: string }, page: URL): string {
  const { data, body } = entry;
  const sourced = 'sources' in data ? data : undefined;
  const parts = [
    `# ${data.title}`,
    data.summary,
    [
      ...(sourced ? [`- Last checked: ${isoDay(sourced.verified)}`] : []),
      `- This page: <${page.href}>`,
    ].join('\n'),
    ...blocksToMarkdown(parseBody(body).blocks, declarationsOf(data), 2),
    ...(sourced ? [`## ${headings.sources.title}`, sourceList(sourced.sources)] : []),
  ];
  return absoluteLinks(parts.join('\n\n'), page) + '\n';
}

/** A list of pages, or of questions, as plain Markdown. */
export function listMarkdown(
  { title, summary }: { title: string; summary: string },
  groups: readonly Pick<QuestionGroup, 'topic' | 'questions'>[],
  page: URL,
): string {
  const parts = [
    `# ${title}`,
    summary,
    ...groups.flatMap(({ topic, questions }) => [
      `## ${topic}`,
      questions.map((question) => `- [${question.title}](${question.href})`).join('\n'),
    ]),
  ];
  return absoluteLinks(parts.join('\n\n'), page) + '\n';
}

function sourceList(sources: GuideData['sources']): string {
  return sources
    .map((source) => `- [${source.title}](${source.url}). ${sourceDetails(source)}`)
    .join('\n');
}

function blocksToMarkdown(
  blocks: readonly Block[],
  declarations: Declarations,
  depth: number,
): string[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'text') return [block.text];
    const inside = (deeper: number): string[] =>
      blocksToMarkdown(block.children, declarations, deeper);
    const headed = (title: string): string[] => [
      `${'#'.repeat(depth)} ${title}`,
      ...inside(depth + 1),
    ];
    switch (block.name) {
      case 'QuickPath':
        return headed(headings.quickPath.title);
      case 'Steps':
        return headed(headings.steps.title);
      case 'Step': {
        const { item, number } = declared(declarations, 'steps', block.id);
        return headed(`${number}. ${item.title}`);
      }
      case 'Section':
        return headed(declared(declarations, 'sections', block.id).item.title);
      case 'Faq':
        return headed(declared(declarations, 'faq', block.id).item.title);
      case 'Note':
        return [inside(depth).join('\n\n').replace(/^/gm, '> ').replace(/ +$/gm, '')];
      case 'Figure':
        return [`*${declared(declarations, 'figures', block.id).item.alt}*`];
      case 'Refusals':
        return [
          declarations.refusals
            .map(({ title, text }, index) => `${index + 1}. **${title}.** ${text}`)
            .join('\n'),
        ];
      default:
        return inside(depth);
    }
  });
}

/** Turns links to the site and within the page into addresses that work anywhere. */
function absoluteLinks(markdown: string, page: URL): string {
  return markdown.replace(
    /\]\(([/#][^)\s]*)\)/g,
    (_link, to: string) => `](${new URL(to, page).href})`,
  );
}
