const number = (count: number): string => count.toLocaleString('en');

/** What the authenticator says, in one place. */
export const words = {
  opening: 'Opening the vault',
  filter: 'Filter',
  count: (shown: number, all: number) =>
    shown === all ? `${number(all)} entries` : `${number(shown)} of ${number(all)} entries`,
  one: '1 entry',
  add: 'Add an entry',
  empty: 'Nothing is saved in this browser yet',
  emptied: 'No entry is in use',
  emptiedHint: 'What you deleted is kept for a while: see below.',
  emptyHint:
    'Take the QR code or key that a service shows you, follow a guide that walks with you, or bring your entries back from a backup.',
  emptyAction: 'Turn on MFA for AWS',
  emptyRestore: 'Restore a backup',
  stays: 'Everything stays on this device, encrypted. There is no account and no server.',
  noTagged: 'No entry has these tags.',
  noMatch: (filter: string) => `No entry matches “${filter}”.`,
  reload: 'Reload the page',
  unreadable: (count: number) =>
    count === 1
      ? 'One record in this vault cannot be read. It is kept as it is, in case a later version can read it; set the service up anew if you need its codes now.'
      : `${count} records in this vault cannot be read. They are kept as they are, in case a later version can read them; set the services up anew if you need their codes now.`,
  offline: 'You are offline. Codes are made on this device, so they work as always.',
  locked: 'Locked',
  lockedHint: 'The codes are off the screen and the keys out of this page, in all tabs.',
  forgot: 'Forgot the passphrase?',
  lockNow: 'Lock now',
  partFailed: 'This part of the page could not be loaded. Check your connection, then try again.',

  sort: 'Order',
  sorts: {
    newest: 'Newest first',
    oldest: 'Oldest first',
    name: 'By name',
    service: 'By service',
  },
  group: 'Group by service',
  noService: 'No service named',
  tags: 'Tags',
  pinned: 'Pinned',

  unnamed: 'Unnamed entry',
  next: 'Next',
  nextCode: 'Get the next code',
  counterHint: 'Counter-based: each code is for one use.',
  copyOf: (name: string) => `the code for ${name}`,

  pending: 'Not confirmed',
  replaced: 'Replaced',
  beingReplaced: 'Being replaced: use it until the service accepts the new one',
  active: 'In use',

  menu: 'More',
  menuOf: (name: string) => ` for ${name}`,
  accept: 'The service accepted it',
  restore: 'Use this one again',
  take: 'Use on another device',
  guide: 'Help with this one',
  recovery: 'Recovery codes',
  history: 'Earlier versions',
  edit: 'Edit',
  pin: 'Pin to the top',
  unpin: 'Take off the top',
  save: 'Save',
  cancel: 'Cancel',
  close: 'Close',
  trash: 'Delete',
  trashed: (name: string) => `Deleted: ${name}`,
  undo: 'Undo',
} as const;
