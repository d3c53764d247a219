/** What is said about installing the site, where that protects what is stored. */
export const words = {
  label: 'Install 2FAA',
  sevenDays:
    'Safari deletes what a site stored after seven days of use without a visit. An app on the Home Screen or in the Dock keeps it.',
  onPhone: 'Choose Share, then Add to Home Screen.',
  onMac: 'Choose File, then Add to Dock.',
  ownVault: 'The app begins with an empty vault: save a backup here first, and restore it there.',
  offer: 'Installed, 2FAA opens like an app, and the browser is less likely to clear the vault.',
  install: 'Install',
  dismiss: 'Do not show again',
} as const;
