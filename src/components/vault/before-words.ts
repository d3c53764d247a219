/** What the page of the authenticator says before, or without, its scripts. */
export const words = {
  noScript:
    'Codes are made in this page by JavaScript, which is turned off. Your entries stay stored; turn it on for this site to see them.',
  about:
    'Here are the codes of what you set up with a guide or bring in yourself, made on this device from entries that this browser keeps encrypted. There is no account.',
  links: [
    { href: '/guides/aws-mfa/', title: 'Turn on MFA for AWS' },
    { href: '/guides/', title: 'All guides' },
    { href: '/faq/general/#faq-browsers', title: 'Which browsers it needs' },
    { href: '/cli/', title: 'Open a backup with the command instead' },
    { href: '/self-hosting/', title: 'Host it yourself' },
  ],
} as const;
