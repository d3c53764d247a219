/** What is said once the service has answered. */
export const words = {
  refusedTitle: (service: string) => `${service} refused the codes`,
  refusedIntro: 'The likely reasons, the most likely first:',
  clockChecking: 'Comparing this device’s clock with our server’s',
  clockUnknown:
    'Our server could not be reached, so the clock was not compared. Set the time of this device to automatic.',
  clockAgrees: (uncertainty: number) =>
    `This device’s clock agrees with our server’s within ${uncertainty} s, so this is not the reason.`,
  clockOff: (seconds: number, ahead: boolean, uncertainty: number) =>
    `This device’s clock is ${seconds} s ${ahead ? 'ahead of' : 'behind'} our server’s (give or take ${uncertainty} s). Set its time to automatic, then take a fresh pair.`,
  readMore: 'More on this',
  resync: 'Resync the device',
  tryAgain: 'Try again with a fresh pair',
  doneTitle: (identity: string) => `${identity} has MFA now`,
  doneUnknown: 'MFA is on',
  doneTruth:
    'This copy of the secret lives in this browser only. If its site data is cleared, or this device is lost, the codes are gone, unless you save a backup.',
  doneBackedUp: (date: string) => `Your backup file of ${date} has this entry.`,
  saveBackup: 'Save a backup',
  doneOffers: 'Make sure now that one loss does not lock you out:',
  secondApp: 'Show the QR code for a second app',
  hideQr: 'Hide the QR code',
  qrAlt: 'QR code of this entry. Scan it with the second app.',
  secondDevice: (count: number) => `Register a second MFA device (up to ${count})`,
  undoAccepted: 'It was not accepted after all',
  takeAnother: 'Take another QR code',
  openApp: 'Open the authenticator',
} as const;
