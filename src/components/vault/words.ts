/** What the authenticator says, in one place. */
export const words = {
  opening: 'Opening the vault',
  filter: 'Filter',
  count: (shown: number, all: number) =>
    shown === all ? `${all} entries` : `${shown} of ${all} entries`,
  one: '1 entry',
  empty: 'Nothing is saved in this browser yet.',
  emptyAction: 'Turn on MFA for AWS',
  noMatch: (filter: string) => `No entry matches “${filter}”.`,
  unreadable: (count: number) =>
    `${count === 1 ? 'One record' : `${count} records`} in this vault cannot be read. ${count === 1 ? 'It is' : 'They are'} kept as they are, in case a later version can read them; set the service up anew if you need the codes now.`,
  locked:
    'The vault on this device could not be unlocked: the key that this browser kept for it is missing. Nothing was deleted. Reload the page; if it stays so, set up a second device at the service.',

  unnamed: 'Unnamed entry',
  next: 'Next',
  nextCode: 'Get the next code',
  counterHint: 'Counter-based: each code is for one use.',
  copyOf: (name: string) => `the code for ${name}`,

  pending: 'Not confirmed',
  replaced: 'Replaced',

  menu: 'More',
  menuOf: (name: string) => ` for ${name}`,
  accept: 'The service accepted it',
  restore: 'Use this one again',
  rename: 'Rename',
  renameLabel: 'Name',
  renameHint: 'Leave it empty to show the service and the account again.',
  save: 'Save',
  cancel: 'Cancel',
  close: 'Close',
  trash: 'Delete',
  trashed: (name: string) => `Deleted: ${name}`,
  undo: 'Undo',
  trashTitle: 'Deleted',
  untrash: 'Put back',
  untrashOf: (name: string) => ` ${name}`,
} as const;
