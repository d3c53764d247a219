/** What is said about being offline and about new versions. */
export const words = {
  notSaved: {
    title: 'Not on this device',
    summary: 'You are offline, and this page was not saved.',
    lead: 'You are offline, or our server does not answer, and this page was never opened in this browser.',
    tryAgain: 'Try again',
    here: 'What is here',
    links: [
      { href: '/app/', title: 'The authenticator, with your codes' },
      { href: '/guides/', title: 'All guides' },
      { href: '/search/', title: 'Search' },
    ],
  },
  update: {
    ready: 'A new version of 2FAA is ready.',
    unfinished: 'Something on this page is not finished, and would be lost. Reload all the same?',
    reload: 'Reload',
    later: 'Later',
  },
  copy: {
    heading: 'On this device',
    unsupported: 'This browser keeps no pages for use offline.',
    none: 'Nothing is kept for use offline yet. It begins once this page was left alone for a moment.',
    saveData: 'Your browser asks sites to save data, so nothing is kept without being asked for.',
    some: (pages: number) =>
      pages === 1
        ? '1 page is kept here, with the authenticator’s and the search’s files.'
        : `${pages} pages are kept here, with all that the authenticator and search need.`,
    all: (pages: number) => `All guides and pages are kept here: ${pages} of them.`,
    saveAll: (size: string) => `Save all guides for offline (${size})`,
    saving: (done: number, of: number) => `${done} of ${of} files saved`,
    saved: 'Everything is saved.',
    failed:
      'Not everything could be saved. Check the connection and the free space, and try again; what was saved stays.',
  },
} as const;
