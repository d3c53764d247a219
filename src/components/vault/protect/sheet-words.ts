/** What the recovery sheet says. It is read years later, on paper, by someone in a hurry. */
export const words = {
  title: '2FAA recovery sheet',
  of: (place: string, date: string) => `For the vault at ${place}, printed on ${date}.`,
  key: 'Recovery key',
  restoreTitle: 'With a backup file, on any device',
  restore: (place: string) => [
    `Open ${place}/app/ in a current browser.`,
    'Choose “Restore from a file” and pick the newest file named 2faa-backup-….json.',
    'Choose the recovery key instead of the passphrase, and type the key above.',
  ],
  unlockTitle: 'In the browser that has the vault',
  unlock: (place: string) => [
    `Open ${place}/app/ and choose “Use the recovery key instead”.`,
    'Type the key above, then set a new passphrase.',
  ],
  alone: 'Without the vault or a backup file this key opens nothing: keep a backup file elsewhere.',
  where: 'My backup files are:',
  who: 'Whoever has this sheet and a backup file can make all codes. Keep the two apart.',
  once: 'The key is shown this once and not stored. Print it, or write it down, before you close this.',
  print: 'Print the sheet',
  close: 'I have it on paper',
} as const;
