/** What adding entries in the authenticator says. */
export const words = {
  title: 'Add an entry',
  prompt:
    'Take the QR code that the service shows, or type its key. An export of Google Authenticator works, too. A backup file that is dropped on this page is opened to be restored.',
  starting: 'Getting ready',
  after:
    'An entry added here counts as in use at once. If you are setting up an account anew that has an entry already, the new one waits until you say that the service accepted it, and the old one stays until then.',
  close: 'Close',
  keyHint:
    'Services show the key as text below the QR code, often behind “Can’t scan it?” or “Show secret key”. Blanks and small letters do not matter.',

  issuer: 'Service',
  account: 'Account',
  advanced: 'Advanced: how the codes are made',
  advancedHint:
    'Services that need other values than these say so beside the key. A link brings its own.',
  type: 'Kind of code',
  types: {
    totp: 'Time-based (TOTP)',
    hotp: 'Counter-based (HOTP)',
    steam: 'Steam',
  },
  digits: 'Digits',
  period: 'Period in seconds',
  algorithm: 'Algorithm',
  counter: 'Counter of the next code',
  submit: 'Add',

  added: (name: string) => `Added: ${name}. Its codes are in use.`,
  addedTwice: (name: string, other: string) =>
    `Added: ${name}. The same secret is here as ${other} as well; you can merge them.`,
  pending: (name: string) =>
    `Added: ${name}, not confirmed yet. The entry that it replaces stays: use that one until the service accepts the new one, then say so in the menu of the new one.`,
  here: (name: string) => `Already here: ${name}. Nothing was added.`,
  back: (name: string) => `Was deleted and is back: ${name}`,
  several: (added: number, same: number) =>
    [
      added === 1 ? '1 entry added' : `${added} entries added`,
      same > 0 ? `${same} already here` : '',
    ]
      .filter(Boolean)
      .join(', ') + '.',
} as const;
