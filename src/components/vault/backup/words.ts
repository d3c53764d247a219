/** What is said about backups: saving one, checking it, and taking entries in. */
export const words = {
  needsKey:
    'A backup opens with your passphrase on any device. This vault has none yet, so set one first; the backup is saved right after.',
  making: 'Making the backup',
  saved: (name: string) => `Saved as ${name}. The browser puts it where it puts downloads.`,
  keep: 'Keep it off this device: on a USB stick, or in a cloud folder. It is encrypted, and opens with the passphrase or recovery key that the vault has now.',
  format: 'What is in the file',
  again: 'Save it again',

  drillTitle: 'Check it now',
  drillIntro: 'Pick the file that was saved and open it, to see that each entry comes back.',
  drillFile: 'The backup file',
  drillPassphrase: 'Its passphrase',
  drillRecovery: 'The recovery key',
  drillRun: 'Check the backup',
  drilling: 'Opening the backup',
  drillNoFile: 'Choose the backup file first.',
  drilled: (restorable: number, total: number) => `${restorable} of ${total} can be restored.`,
  drilledNotes: (restorable: number, total: number) =>
    `Recovery codes: ${restorable} of ${total} can be restored.`,
  drillShort: 'These would not come back as they are now. Save a new backup and check that one.',
  older: 'as it was before its last change',
  missing: 'not in the file',

  reading: 'Reading the file',
  tooLarge: 'The file has more than 10 MB, so it is no backup. Choose another file.',
  importTitle: (name: string) => `Restore from ${name}`,
  importPassphrase: 'Passphrase of the backup',
  importRecovery: 'Recovery key',
  importOpen: 'Open the backup',
  opening: 'Opening the backup; this takes a second or two',
  useRecovery: 'Use the recovery key instead',
  usePassphrase: 'Use the passphrase instead',
  nothingRead:
    'No entry was found in this file. Choose a backup of 2FAA, or a text file with one otpauth:// link a line.',
  madeOn: (date: string) => `The backup was made on ${date}.`,
  failedLines: (count: number) =>
    count === 1 ? 'One line holds no entry:' : `${count} lines hold no entry:`,
  failedLine: (line: number, message: string) => `Line ${line}: ${message}`,

  added: (count: number) => `${count} new`,
  same: (count: number) => `${count} already here`,
  differs: (count: number) => `${count} different from what is here`,
  differsHint: 'Choose for each. Nothing is lost: what is replaced stays in its history.',
  here: 'Here',
  inFile: 'In the file',
  both: 'Keep both',
  current: 'Keep only the one here',
  incoming: 'Put the one in the file in its place',
  chooseFor: (name: string) => `What to do with ${name}`,
  fields: {
    issuer: 'Service',
    account: 'Account',
    name: 'Name',
    tags: 'Tags',
    note: 'Note',
    pinned: 'Pinned',
    status: 'Status',
    kind: 'Kind of code',
    secret: 'Secret',
    changed: 'Last changed',
    deleted: 'Deleted',
  },
  yes: 'yes',
  sameSecret: 'the same',
  otherSecret: 'another one',
  confirm: (count: number) => (count === 1 ? 'Take in 1 entry' : `Take in ${count} entries`),
  nothingToDo: 'Everything in this file is here already.',
  close: 'Close',
  cancel: 'Cancel',
  takingIn: 'Taking them in',
  notes: (count: number) =>
    `${count === 1 ? 'One list' : `${count} lists`} of recovery codes ${count === 1 ? 'is' : 'are'} in the file. What is not here yet comes along.`,
  confirmNotes: 'Take the recovery codes in',
  restored: ({ added, replaced, notes }: { added: number; replaced: number; notes: number }) =>
    [
      added > 0 ? `${added} added` : '',
      replaced > 0 ? `${replaced} replaced` : '',
      notes > 0 ? `${notes === 1 ? '1 list' : `${notes} lists`} of recovery codes` : '',
      added + replaced + notes === 0 ? 'Nothing was changed' : '',
    ]
      .filter(Boolean)
      .join(', '),

  links: 'Save as otpauth:// links, for another app',
  linksTitle: 'Save all secrets unencrypted?',
  linksMeaning:
    'Whoever reads the file can make your codes, for ever. Sync services and backups copy what is in the download folder. Use it to move to another app, then delete it and empty the trash.',
  linksSave: 'Save the links unencrypted',
  linksSaved: (name: string) =>
    `Saved as ${name}, unencrypted. Delete it when the other app has it.`,

  keepUp: 'Keep a backup file up to date',
  keepUpHint: 'Choose a place once; the file is written anew after each change.',
  keptUp: (name: string, when: string) => `${name} is kept up to date. Last written ${when}.`,
  keptNever: 'not yet',
  permission: (name: string) => `The browser withdrew its permission to write ${name}.`,
  permit: 'Allow it again',
  stop: 'Stop',
  writing: 'Writing the backup file',
} as const;
