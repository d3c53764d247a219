/** What is said about keeping the vault safe, beside its entries. */
export const words = {
  title: 'Keep it safe',
  lockTitle: 'Lock',
  open: 'No passphrase: whoever can use this browser sees the codes.',
  protected: 'Asks before it shows codes.',
  protectedHalf: 'Has a passphrase, but this browser opens it by itself.',
  protect: 'Set a passphrase',
  ways: 'Ways to unlock',
  backupTitle: 'Backup',
  backupNever: 'None yet: these codes are in this browser only.',
  backupEmpty: 'Brings entries back on any device.',
  backupOld: (date: string, changes: number) =>
    `Last saved on ${date}; ${changes === 1 ? '1 change' : `${changes} changes`} since.`,
  backupGood: (date: string) => `Last saved on ${date}; nothing changed since.`,
  save: 'Save a backup',
  nag: (changes: number) =>
    changes === 0
      ? 'There is no backup: what is here is in this browser only.'
      : `${changes === 1 ? '1 change is' : `${changes} changes are`} not in any backup yet.`,
  restore: 'Restore from a file',
  recoveryTitle: 'Recovery codes',
  recoveryState: 'For the day a device is lost. Each list is kept with its entry.',
  recovery: 'Show all lists',
  devicesTitle: 'Accounts and users',
  devicesState: 'Which of them have a second device, as far as this vault knows.',
  devices: 'Show them',
  takeTitle: 'Another device',
  takeState: 'Google Authenticator and others can make the same codes.',
  take: 'Show QR codes',
  storageTitle: 'Storage',
  persisted: 'The browser promised to keep the vault.',
  mayClear: 'The browser may clear the vault.',
  sevenDays: 'Safari clears it after a week without a visit.',
  details: 'Details',
  security: 'What is protected, and what is not',
  headerTrouble: 'It is right as it is',
  accepting: 'Noting it',
} as const;
