import path from 'node:path';

/** `permalinks.json`: every address that was ever published. It only grows. */
export interface Permalinks {
  /** By address, the anchors that people may have linked to. */
  readonly published: Readonly<Record<string, readonly string[]>>;
  /** Old or likely addresses, and where each leads. */
  readonly moved: Readonly<Record<string, string>>;
}

export const permalinksFile = 'permalinks.json';

/** Reads the record of the project at `root`. */
export function readPermalinks(
  root: string,
  read: (file: string, encoding: 'utf8') => string,
): Permalinks {
  return JSON.parse(read(path.join(root, permalinksFile), 'utf8')) as Permalinks;
}

/** The pages of a built site, and the ids that each has. */
export type BuiltPages = ReadonlyMap<string, ReadonlySet<string>>;

/** What no longer works of what was published, each with what to do. */
export function brokenPermalinks({ published, moved }: Permalinks, pages: BuiltPages): string[] {
  const problems: string[] = [];
  for (const [address, anchors] of Object.entries(published)) {
    const now = moved[address] ?? address;
    const ids = pages.get(now.replace(/#.*/, ''));
    if (ids === undefined) {
      problems.push(`${address} is gone: bring it back, or say under "moved" where it leads.`);
      continue;
    }
    for (const anchor of anchors.filter((id) => !ids.has(id))) {
      problems.push(
        `${address}#${anchor} is gone: bring the id back, or leave a link with it there.`,
      );
    }
  }
  for (const [from, to] of Object.entries(moved)) {
    const [address = '', anchor] = to.split('#');
    const ids = pages.get(address);
    if (moved[address] !== undefined) problems.push(`${from} leads to ${to}, which moved itself.`);
    else if (ids === undefined) problems.push(`${from} leads to ${to}, where no page is.`);
    else if (anchor !== undefined && !ids.has(anchor))
      problems.push(`${from} leads to ${to}, which has no such anchor.`);
    if (pages.has(from)) problems.push(`${from} has moved, but there is a page: take one away.`);
  }
  return problems;
}

/** Anchors that people link to; what scripts and labels refer to is not recorded. */
export function linkableAnchors(html: string): string[] {
  const linked = html.matchAll(/class="permalink"[^>]*href="#([^"]+)"/g);
  const kept = html.matchAll(/<(?:section|li)[^>]*\bid="((?:step|faq)-[^"]+)"/g);
  return [...new Set([...linked, ...kept].map(([, id = '']) => id))].sort();
}

/** The record with all that the built site has added to it. */
export function withPublished(
  record: Permalinks,
  built: Readonly<Record<string, string[]>>,
): Permalinks {
  const published: Record<string, readonly string[]> = { ...record.published };
  for (const [address, anchors] of Object.entries(built)) {
    published[address] = [...new Set([...(published[address] ?? []), ...anchors])].sort();
  }
  const sorted = Object.entries(published).sort(([a], [b]) => (a < b ? -1 : 1));
  return { published: Object.fromEntries(sorted), moved: record.moved };
}
