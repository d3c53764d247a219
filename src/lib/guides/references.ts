import type { z } from 'astro/zod';
import { reservedAnchors } from './headings.ts';

interface Named {
  readonly id: string;
}

interface Referring {
  readonly sections: readonly Named[];
  readonly steps: readonly (Named & { readonly kind: string })[];
  readonly figures: readonly Named[];
  readonly faq: readonly Named[];
  readonly sources: readonly Named[];
  readonly identities: readonly (Named & {
    readonly named: boolean;
    readonly nameLabel?: string | undefined;
  })[];
  readonly enrollment: {
    readonly codes: number;
    readonly boxes: readonly string[];
    readonly submit?: string | undefined;
  };
  readonly refusals: readonly { readonly see?: string | undefined }[];
  readonly resync?: string | undefined;
  readonly later?: { readonly resyncSubmit?: string | undefined } | undefined;
}

/** Checks what the fields of a guide say of each other. */
export function checkReferences(guide: Referring, context: z.RefinementCtx): void {
  const report = (path: (string | number)[], message: string): void => {
    context.addIssue({ code: 'custom', path, message });
  };
  checkIds(guide, ['sections', 'steps', 'figures', 'faq', 'sources', 'identities'], context);
  checkSteps(guide, report);
  const { codes, boxes, submit } = guide.enrollment;
  if (boxes.length !== codes) {
    report(
      ['enrollment', 'boxes'],
      `The service asks for ${codes} but ${boxes.length} boxes are listed: list one box for each code.`,
    );
  }
  if (codes === 2 && submit === undefined) {
    report(
      ['enrollment', 'submit'],
      'Two codes must be sent in time, so say with which button: its label as the service shows it.',
    );
  }
  guide.identities.forEach((identity, index) => {
    if (identity.named !== (identity.nameLabel !== undefined)) {
      report(
        ['identities', index, 'nameLabel'],
        'Give nameLabel exactly where named is true: it is the label of the box for the name.',
      );
    }
  });
  const anchors = new Set([
    ...guide.steps.map(({ id }) => `step-${id}`),
    ...guide.faq.map(({ id }) => `faq-${id}`),
  ]);
  guide.refusals.forEach(({ see }, index) => {
    if (see !== undefined && !anchors.has(see)) {
      report(['refusals', index, 'see'], `Nothing here is called ${see}: correct the id.`);
    }
  });
  if (guide.resync !== undefined && !anchors.has(`faq-${guide.resync}`)) {
    report(['resync'], `\`faq\` has no question with the id ${guide.resync}: correct it.`);
  }
  if (guide.later?.resyncSubmit !== undefined && (guide.resync === undefined || codes !== 2)) {
    report(
      ['later', 'resyncSubmit'],
      'It belongs to `resync` of a service that asks for two codes: give that, or take it out.',
    );
  }
}

type Report = (path: (string | number)[], message: string) => void;

/** Checks that no list has an id twice, and that no section takes an anchor of the page. */
export function checkIds<Field extends string>(
  entry: Readonly<Record<Field | 'sections', readonly Named[]>>,
  fields: readonly Field[],
  context: z.RefinementCtx,
): void {
  const report = (field: string, index: number, message: string): void => {
    context.addIssue({ code: 'custom', path: [field, index, 'id'], message });
  };
  for (const field of fields) {
    const seen = new Set<string>();
    entry[field].forEach(({ id }, index) => {
      if (seen.has(id)) report(field, index, `${id} is there twice: rename one of the two.`);
      seen.add(id);
    });
  }
  entry.sections.forEach(({ id }, index) => {
    if (reservedAnchors.has(id) || /^(step|faq)-/.test(id)) {
      report('sections', index, `The page itself uses ${id}: choose another id.`);
    }
  });
}

function checkSteps({ steps }: Referring, report: Report): void {
  const at = (kind: string): number[] =>
    steps.flatMap((step, index) => (step.kind === kind ? [index] : []));
  const [capture, secondCapture] = at('capture');
  const [codes, secondCodes] = at('codes');
  if (capture === undefined || secondCapture !== undefined) {
    report(
      ['steps'],
      'Give exactly one step the kind capture: the one where the QR code is shown.',
    );
  }
  if (codes === undefined || secondCodes !== undefined) {
    report(['steps'], 'Give exactly one step the kind codes: the one where the codes are typed.');
  }
  if (capture !== undefined && codes !== undefined && codes < capture) {
    report(['steps'], 'Put the step of kind capture before the one of kind codes.');
  }
}
