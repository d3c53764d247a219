/** Headings that every guide has; its own sections are in its frontmatter. */
export const headings = {
  quickPath: { id: 'quick-path', title: 'Quick path' },
  steps: { id: 'steps', title: 'Step by step' },
  sources: { id: 'sources', title: 'Sources' },
} as const;

/** Ids that the page itself uses, so that no section can have them. */
export const reservedAnchors: ReadonlySet<string> = new Set([
  ...Object.values(headings).map(({ id }) => id),
  'main',
  'companion',
]);
