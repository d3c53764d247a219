import type { FaqData, GuideData } from './schema.ts';

/** A part of a guide or of its page of questions. */
export interface GuidePart {
  readonly title: string;
  /** Address with its anchor. */
  readonly href: string;
}

/** What a guide has to say about an entry that is in use; loaded when somebody asks. */
export interface EntryGuide {
  readonly slug: string;
  readonly service: string;
  readonly title: string;
  /** Address of the guide. */
  readonly href: string;
  readonly identities: readonly EntryGuideIdentity[];
  readonly enrollment: Pick<
    GuideData['enrollment'],
    'codes' | 'boxes' | 'maxDevices' | 'accountPattern'
  >;
  readonly recover?: GuidePart;
  readonly move?: GuidePart;
  readonly remove?: GuidePart;
  readonly resync?: GuidePart;
  /** Where a resync takes two codes: the button that sends them. */
  readonly resyncSubmit?: string;
  /** Whether the service gives recovery codes; absent where that is not known. */
  readonly recoveryCodes?: boolean;
}

export interface EntryGuideIdentity {
  readonly id: string;
  readonly label: string;
  /** Label of the box for its name; absent where it has none. */
  readonly nameLabel?: string;
  readonly recover?: GuidePart;
}

/** By what entries are recognized as a guide's that do not name it. */
export interface GuideIssuers {
  readonly slug: string;
  readonly issuers: readonly string[];
}

interface Source<Data> {
  readonly id: string;
  readonly data: Data;
}

/**
 * The part of a guide for entries that are in use.
 *
 * @param pages pages of questions; those of this guide are looked through, too
 * @throws Error for an anchor that is nowhere, with what a writer has to do
 */
export function entryGuide(
  { id, data }: Source<GuideData>,
  pages: readonly Source<FaqData>[],
): EntryGuide {
  const parts = partsOf(id, data, pages);
  const find = (field: string, anchor: string | undefined): GuidePart | undefined => {
    if (anchor === undefined) return undefined;
    const part = parts.get(anchor);
    if (part !== undefined) return part;
    throw new Error(
      `Guide ${id}: \`${field}\` says ${anchor}, which neither the guide nor its page of questions has: correct it.`,
    );
  };
  const { codes, boxes, maxDevices, accountPattern } = data.enrollment;
  const { later = {} } = data;
  return known({
    slug: id,
    service: data.service,
    title: data.title,
    href: `/guides/${id}/`,
    identities: data.identities.map(({ id: identity, label, nameLabel, recover }) =>
      known({ id: identity, label, nameLabel, recover: find('identities.recover', recover) }),
    ),
    enrollment: known({ codes, boxes, maxDevices, accountPattern }),
    recover: find('later.recover', later.recover),
    move: find('later.move', later.move),
    remove: find('later.remove', later.remove),
    resync: find('resync', data.resync && `faq-${data.resync}`),
    resyncSubmit: later.resyncSubmit,
    recoveryCodes: later.recoveryCodes,
  });
}

export function guideIssuers({ id, data }: Source<GuideData>): GuideIssuers {
  return { slug: id, issuers: data.enrollment.issuers };
}

/** Every part by its anchor; where both pages have one, the guide's. */
function partsOf(
  id: string,
  { sections, steps, faq }: GuideData,
  pages: readonly Source<FaqData>[],
): ReadonlyMap<string, GuidePart> {
  const at = (page: string, prefix: string) => (each: { id: string; title: string }) =>
    [prefix + each.id, { title: each.title, href: `${page}#${prefix}${each.id}` }] as const;
  const own = `/guides/${id}/`;
  return new Map([
    ...pages
      .filter(({ data }) => data.guide === id)
      .flatMap((page) => page.data.faq.map(at(`/faq/${page.id}/`, 'faq-'))),
    ...sections.map(at(own, '')),
    ...steps.map(at(own, 'step-')),
    ...faq.map(at(own, 'faq-')),
  ]);
}

type Known<T> = { [Key in keyof T as undefined extends T[Key] ? never : Key]: T[Key] } & {
  [Key in keyof T as undefined extends T[Key] ? Key : never]?: Exclude<T[Key], undefined>;
};

/** Without the fields that are undefined: JSON has none. */
function known<T extends object>(fields: T): Known<T> {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined),
  ) as Known<T>;
}
