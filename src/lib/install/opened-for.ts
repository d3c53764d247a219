/** What comes with the address when the authenticator is opened for something. */
export const openedFor = {
  /** `/app/?add`: to take in a QR code. */
  add: 'add',
  /** `/app/?shared`: something was shared, which the service worker holds. */
  shared: 'shared',
} as const;

/** The fields of the form in which the system hands over what was shared. */
export const sharedFields = {
  title: 'title',
  text: 'text',
  url: 'url',
  picture: 'picture',
} as const;
