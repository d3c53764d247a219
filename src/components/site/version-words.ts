/** What the page about this version says. */
export const words = {
  title: 'Version',
  summary:
    'Which version of 2FAA this is, and how to check that the files a host serves are the ones that the published source makes.',
  lead: 'Two builds of the same source are the same, byte for byte. So you can build it yourself and compare.',
  version: 'Version',
  commit: 'Source',
  fingerprint: 'Fingerprint of the build',
  fingerprintMeaning:
    'The fingerprint is the SHA-256 of a list with the SHA-256 of every file. It tells you something only if you compare it with one that did not come from this site.',
  allHashes: 'All hashes',
} as const;
