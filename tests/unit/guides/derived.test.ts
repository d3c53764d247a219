import { describe, expect, it } from 'vitest';
import { isoDay, readableDay } from '../../../src/lib/guides/dates.ts';
import { declarationsOf, declared } from '../../../src/lib/guides/declarations.ts';
import { guideForIsland } from '../../../src/lib/guides/island.ts';
import { outline } from '../../../src/lib/guides/outline.ts';
import { sampleBody, sampleGuide } from './sample.ts';

const data = sampleGuide();
const declarations = declarationsOf(data);

describe('outline', () => {
  it('lists the headings of the page in the order of the text', () => {
    const lines = outline(sampleBody, declarations).flatMap((item) => [
      `${item.anchor}: ${item.title}`,
      ...item.children.map((child) => `  ${child.anchor}: ${child.title}`),
    ]);
    expect(lines).toEqual([
      'quick-path: Quick path',
      'steps: Step by step',
      '  step-check: Check your phone',
      '  step-open: Open the settings',
      '  step-scan: Show the QR code',
      '  step-codes: Type both codes',
      '  step-finish: Sign in again',
      'after: Afterwards',
      '  faq-sync: What if codes are refused?',
      'faq-lost: What if I lose the phone?',
    ]);
  });
});

describe('declared', () => {
  it('gives an item and its place from 1', () => {
    expect(declared(declarations, 'steps', 'scan')).toEqual({ item: data.steps[2], number: 3 });
  });

  it('throws where the frontmatter has no such item', () => {
    expect(() => declared(declarations, 'faq', 'scan')).toThrow(
      '`faq` in the frontmatter has no scan: add it.',
    );
  });
});

describe('guideForIsland', () => {
  it('carries what the companion works with, and links within the page', () => {
    expect(guideForIsland({ id: 'example', data })).toEqual({
      slug: 'example',
      service: 'Example',
      identities: data.identities,
      enrollment: data.enrollment,
      steps: data.steps,
      refusals: [
        {
          kind: 'clock',
          title: 'A clock is off',
          text: 'Set the clock to automatic and try again.',
        },
        {
          kind: 'late',
          title: 'The codes were too old',
          text: 'Type a fresh pair and send it at once.',
          href: '#step-codes',
        },
      ],
      resyncHref: '#faq-sync',
    });
  });

  it('leaves the link to resyncing out where the service has none', () => {
    const without = { ...data };
    delete without.resync;
    expect(guideForIsland({ id: 'example', data: without })).not.toHaveProperty('resyncHref');
  });
});

describe('dates', () => {
  it('reads a day as the day it is written, wherever the build runs', () => {
    const day = new Date('2026-11-24');
    expect(readableDay(day)).toBe('November 24, 2026');
    expect(isoDay(day)).toBe('2026-11-24');
  });
});
