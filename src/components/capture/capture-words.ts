/** What capturing says, apart from the buttons, which are there from the start. */
export const captureWords = {
  noQrCode:
    'No QR code was found in this picture. Take the whole code with its white border, larger, closer or sharper; on a screen, zoom in on the page first.',
  unreadable:
    'There is a QR code in this picture, but it cannot be read. Take it sharper and straight from the front, without glare; on a screen, zoom in on the page first.',

  choiceTitle: (count: number) => `${count} codes were found`,
  choicePrompt: 'Choose the one to set up here. Nothing is saved yet.',
  choiceOrAll: 'Choose one, or save all of them. Nothing is saved yet.',
  use: 'Use this one',
  noIssuer: 'No service named',
  noAccount: 'No account named',

  batchTitle: (read: number, size: number) => `Google Authenticator’s export: ${read} of ${size}`,
  batchMissing: (parts: readonly number[]) =>
    parts.length === 1
      ? `Part ${parts[0] ?? ''} is missing. Bring it in the same way.`
      : `Parts ${parts.join(', ')} are missing. Bring them in the same way, in any order.`,
  batchPrompt: 'These accounts were read. Nothing is saved yet.',
  batchPeriod:
    'The export does not say how long codes last, so each counts as one of 30 seconds. Compare a code with your old app before you delete anything there.',
  batchSave: (count: number) =>
    count === 1 ? 'Save this account' : `Save these ${count} accounts`,
  batchSaving: 'Saving',
  batchSaved: (count: number) =>
    count === 1
      ? '1 account is in your authenticator.'
      : `${count} accounts are in your authenticator.`,
  openApp: 'Open the authenticator',
  dismiss: 'Put away',

  takenRead: 'This was read',
  takenWhole: 'This was taken',
} as const;
