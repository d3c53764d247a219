/** What the scripts of the pages say. */
export const scriptWords = {
  copyLink: 'Copy link',
  copy: 'Copy',
  copied: 'Copied',
  copyFailed: 'Not copied. Select the text and copy it.',
  linkPart: 'Part of the page',
  wholePage: 'The whole page',
  matches: (count: number) => (count === 1 ? '1 match' : `${count} matches`),
} as const;
