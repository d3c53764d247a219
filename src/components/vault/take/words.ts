/** How a secret leaves the clipboard; without seconds the browser does not let a page take it off. */
function leaving(seconds: number | undefined): string {
  return seconds === undefined
    ? 'Paste it now, then copy something else: this browser does not let a page clear it.'
    : `Paste it now. If it is still there after ${seconds} seconds, it is taken off.`;
}

/** What is said about having an entry on another device, too. */
export const words = {
  title: 'On another device, too',
  titleOf: (name: string) => `On another device, too: ${name}`,
  promise:
    'Scan the QR code with Google Authenticator, Authy or another app. Both then make the same codes; nothing changes at the service, and this entry stays here. Each code still works once.',
  compare: 'Before you rely on it, compare: both apps must show the same code at the same moment.',
  counter:
    'This entry counts its codes. Two apps count each on their own and get out of step, so use it in one place only.',
  steam:
    'Steam codes need an app that knows them, such as Ente Auth. Google Authenticator has none.',
  unusual: (traits: string) =>
    `Its codes are out of the ordinary: ${traits}. Some apps ignore that and show wrong codes.`,
  show: 'Show the QR code',
  hide: 'Hide the QR code',
  qrAlt: (name: string) => `QR code of ${name}, for an app on another device.`,
  copyLink: 'Copy the link',
  copyKey: 'Copy the key',
  copyTitle: { link: 'Copy the otpauth:// link?', key: 'Copy the secret key?' },
  copyMeaning: {
    link: 'The link holds the secret key, not a code: whoever gets it can make your codes for as long as the key is in use. While it is on the clipboard, other programs can read it. Paste it into the other app at once.',
    key: 'This is the secret key, not a code: whoever gets it can make your codes for as long as it is in use. While it is on the clipboard, other programs can read it. Paste it into the other app at once.',
  },
  copy: { link: 'Copy the link', key: 'Copy the key' },
  copied: {
    link: (seconds: number | undefined) => `The link is on the clipboard. ${leaving(seconds)}`,
    key: (seconds: number | undefined) => `The key is on the clipboard. ${leaving(seconds)}`,
  },
  cleared: 'It is off the clipboard again.',
  copyFailed:
    'The browser did not let this page write to the clipboard. Use the QR code, or save a backup instead.',
  cancel: 'Cancel',
  close: 'Close',

  traits: {
    period: (seconds: number) => `a new one every ${seconds} seconds`,
    digits: (count: number) => `${count} digits`,
    algorithm: (name: string) => `made with ${name}`,
  },

  several: 'Take several along',
  severalIntro:
    'Choose entries, then scan the QR codes with Google Authenticator, the way it takes over accounts from another phone. Several other apps read them, too. The entries stay here, and both places make the same codes.',
  filter: 'Filter',
  chooseAll: 'Choose all that are shown',
  chooseNone: 'Choose none',
  chosen: (count: number) => (count === 1 ? '1 entry chosen' : `${count} entries chosen`),
  apart: (count: number) =>
    count === 1
      ? 'One of them does not fit into Google’s format. It gets a QR code of its own, for an app that can read it:'
      : `${count} of them do not fit into Google’s format. Each gets a QR code of its own, for an app that can read it:`,
  obstacles: {
    steam: 'it makes Steam codes, which the format does not have',
    period: (seconds: number) =>
      `its codes change every ${seconds} seconds, and the format has 30 only`,
    digits: (count: number) => `its codes have ${count} digits, and the format has 6 or 8 only`,
    label: 'its account has a colon and no service before it, which the format would mix up',
  },
  start: 'Show the QR codes',
  part: (index: number, count: number) => `QR code ${index} of ${count}`,
  holds: (count: number) => (count === 1 ? 'It holds 1 entry:' : `It holds ${count} entries:`),
  alone: 'It is for one entry, which does not fit into Google’s format:',
  partAlt: (names: string) => `QR code for another device, of ${names}.`,
  back: 'Back',
  next: 'Next QR code',
  done: 'Done',
  counters: (count: number) =>
    count === 1
      ? 'One of them counts its codes. Two apps get out of step, so use it in one place only:'
      : `${count} of them count their codes. Two apps get out of step, so use each in one place only:`,
  allDone: 'All QR codes were shown. Compare a code or two before you rely on the other device.',
} as const;
