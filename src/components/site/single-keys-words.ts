/** What the choice about single keys says, wherever it stands. */
export const singleKeysWords = {
  label: 'Single characters do something, as / and ? do',
  hint: 'For all pages of this site, and kept on this device. Turn it off if they get in the way of voice control or of other tools; keys such as Ctrl K, the arrows and Enter stay.',
  refused: 'This browser does not let the site keep the choice, so it does not hold.',
} as const;
