/** What two spellings of the same tag have in common. */
export function tagKey(tag: string): string {
  return tag.normalize('NFKC').toLowerCase();
}

/** Whether both have the same tags in the same order; none is the same as an empty list. */
export function sameTags(a: readonly string[] = [], b: readonly string[] = []): boolean {
  return a.length === b.length && a.every((tag, at) => tag === b[at]);
}
