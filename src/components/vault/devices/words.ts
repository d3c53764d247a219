/** What is said about the devices of accounts. */
export const words = {
  title: (service: string) => `Devices at ${service}`,
  loading: 'Looking for the guides',
  failed:
    'What the services allow could not be loaded. Check your connection, close this and open it again.',
  none: 'No entry here is of a service whose accounts have several users.',
  intro: (service: string, most: number) =>
    `${service} takes up to ${most} devices for each user. Counted is what this vault knows; passkeys and devices kept elsewhere are not in it.`,
  account: (name: string) => (name === '' ? 'Account not named' : `Account ${name}`),
  unknown: 'User not chosen',
  choose: 'Choose the user',
  chooseOf: (name: string) => ` of ${name}`,
  chooseTitle: (name: string) => `Whose device is ${name}?`,
  chosen: (name: string) => `User chosen for ${name}`,
  save: 'Save',
  saving: 'Saving',
  known: (count: number, most: number) => `${count} of ${most} known here`,
  onlyOne:
    'Only one: with it lost, there is no second device to sign in with, as far as this vault knows.',
  pending: 'not confirmed',
  unnamed: 'not named',
  add: 'Add another device',
} as const;
