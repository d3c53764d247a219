/** What is said about recovery codes. */
export const words = {
  title: 'Recovery codes',
  allTitle: 'All recovery codes',
  titleOf: (label: string) => `Recovery codes of ${label}`,
  opening: 'Reading the recovery codes',
  noneGiven: (service: string) =>
    `${service} gives no recovery codes. If you have some of another kind, they can be kept here all the same.`,
  intro:
    'Many services give you a list of codes for the day the device is lost. Each works once, without the authenticator.',
  basketTitle: 'Should they be here?',
  basket:
    'Kept here, they lie in the same basket as the codes that they stand in for: who opens this vault has both, and if this browser’s data is lost, both are gone. On paper, or in a password manager, they survive that. Keep them here when the other choice is nowhere; they are encrypted apart from the entry, and go into your backups.',
  codes: 'Recovery codes, one a line',
  codesHint: 'Paste the list as the service shows it; numbers and bullets are left out.',
  save: 'Keep these codes',
  saveChanges: 'Save',
  found: (count: number) => (count === 1 ? '1 code.' : `${count} codes.`),
  saving: 'Keeping the codes',
  left: (left: number, all: number) => `${left} of ${all} left`,
  show: 'Show the codes',
  hide: 'Hide the codes',
  used: 'Used',
  usedOf: (position: number) => `, code ${position}`,
  usedOn: (date: string) => `on ${date}`,
  copyOf: (position: number) => `recovery code ${position}`,
  edit: 'Change',
  add: 'Keep more codes',
  remove: 'Delete',
  removed: (name: string) => `Recovery codes deleted: ${name}`,
  changed: (name: string) => `Recovery codes changed: ${name}`,
  restored: (name: string) => `Recovery codes are as they were: ${name}`,
  of: (name: string) => ` the recovery codes of ${name}`,
  untrash: 'Put back',
  deletedOn: (date: string, until: string) => `deleted on ${date}, kept until ${until}`,
  earlier: 'Earlier versions',
  noEarlier: 'There is none of the last 30 days.',
  until: (date: string, count: number) =>
    `Until ${date}: ${count === 1 ? '1 code' : `${count} codes`}`,
  restore: 'Restore',
  export: 'Save as a text file',
  exportAll: 'Save all as a text file',
  exportTitle: 'Save recovery codes unencrypted?',
  exportMeaning:
    'Whoever reads the file gets past the authenticator. It is meant for paper, or for a place apart from this vault: print it or move it there, then delete it and empty the trash. Sync services and backups copy what is in the download folder.',
  exportSave: 'Save them unencrypted',
  exported: (name: string) =>
    `Saved as ${name}, unencrypted. Delete it once it is where it belongs.`,
  unreadable: (count: number) =>
    count === 1
      ? 'One note of recovery codes cannot be read. It is kept as it is.'
      : `${count} notes of recovery codes cannot be read. They are kept as they are.`,
  none: 'None are kept here yet. Choose Recovery codes in the menu of an entry.',
  entryGone: 'Its entry is not here any more.',
  cancel: 'Cancel',
  close: 'Close',
} as const;
