import { describe, expect, it } from 'vitest';
import { pageOf, type Page } from '../../../src/lib/search/pages.ts';
import { understand } from '../../../src/lib/search/query.ts';
import { rank } from '../../../src/lib/search/rank.ts';
import { readText, shortened } from '../../../src/lib/search/text.ts';
import type { SearchFilters } from '../../../src/lib/search/protocol.ts';

type Heading = readonly [anchor: string, title: string, also: readonly string[], text: string];

function pageWith(service: string, headings: readonly Heading[]): Page {
  return pageOf({
    url: `/${service}/`,
    title: service,
    service,
    headings: headings.map(([anchor, title, also, text]) => [
      anchor,
      title,
      '',
      also.map(shortened).join(','),
      readText(text).names.join(' '),
    ]),
  });
}

const pages = [
  pageWith('AWS', [
    ['', 'Turn on MFA for AWS', [], ''],
    ['step-type', 'Type two codes', [], 'Type the code.'],
    ['faq-two', 'Why does AWS ask for two codes?', [], 'They synchronize the device.'],
    ['faq-lost', 'I lost the device. How do I get in?', ['lost phone'], 'Ask an administrator.'],
    ['faq-text', 'Something else', [], 'Here a lost phone is only in the text.'],
  ]),
  pageWith('GitHub', [['faq-lost', 'I lost my phone. What now?', [], 'Use a recovery code.']]),
  pageWith('', [['faq-lost', 'I lost my phone. What now?', [], 'Look at the guide.']]),
];

const services = [['AWS'], ['GitHub']];

function answers(text: string, filters: SearchFilters = {}): string[] {
  const query = understand(text, { words: [], alsoNames: [], letters: '' }, services);
  return rank(query, pages, filters).map(
    ({ page, section }) => `${page.service}#${section.anchor}`,
  );
}

describe('rank', () => {
  it('puts what a heading says before what only the text says', () => {
    const found = answers('aws lost phone');
    expect(found[0]).toBe('AWS#faq-lost');
    expect(found).toContain('AWS#faq-text');
  });

  it('gives the service that is named, then pages about none, and no other service', () => {
    const found = answers('github lost phone');
    expect(found.slice(0, 2)).toEqual(['GitHub#faq-lost', '#faq-lost']);
    expect(found.some((address) => address.startsWith('AWS'))).toBe(false);
  });

  it('prefers pages about no service where none is named', () => {
    expect(answers('lost my phone')[0]).toBe('#faq-lost');
  });

  it('gives the guide where nothing but its service is asked for', () => {
    expect(answers('aws')).toEqual(['AWS#']);
  });

  it('keeps to a service and a kind', () => {
    expect(answers('lost phone', { service: 'GitHub' })).toEqual(['GitHub#faq-lost']);
    expect(answers('two codes', { kind: 'step' })).toEqual(['AWS#step-type']);
    expect(answers('lost phone', { service: '' })).toEqual(['#faq-lost']);
  });

  it('gives nothing where nothing speaks of it', () => {
    expect(answers('quantum gardening')).toEqual([]);
  });
});
