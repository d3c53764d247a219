import { icons } from './icon.ts';
import { openedFor, sharedFields } from './opened-for.ts';

const app = '/app/';

const icon = (name: keyof typeof icons, purpose: 'any' | 'maskable' | 'monochrome') => ({
  src: `/icons/${name}.png`,
  sizes: `${icons[name].size}x${icons[name].size}`,
  type: 'image/png',
  purpose,
});

/**
 * The web app manifest, https://www.w3.org/TR/appmanifest/, with `share_target`,
 * `file_handlers` and `launch_handler` as Chromium knows them.
 */
export const webManifest = {
  id: app,
  name: '2FAA',
  short_name: '2FAA',
  description:
    'Guides that turn on two-factor authentication, and an authenticator on your device.',
  lang: 'en',
  dir: 'ltr',
  start_url: app,
  scope: '/',
  display: 'standalone',
  background_color: '#fcfcfa',
  theme_color: '#2746b0',
  categories: ['security', 'utilities'],
  icons: [
    { src: '/favicon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' },
    icon('icon-192', 'any'),
    icon('icon-512', 'any'),
    icon('maskable-512', 'maskable'),
    icon('monochrome-512', 'monochrome'),
  ],
  shortcuts: [
    { name: 'Scan a QR code', short_name: 'Scan', url: `${app}?${openedFor.add}` },
    { name: 'Open the authenticator', short_name: 'Codes', url: app },
  ].map((shortcut) => ({ ...shortcut, icons: [icon('shortcut-96', 'any')] })),
  // A POST: what is shared is neither in an address nor in a log. The worker answers it.
  share_target: {
    action: app,
    method: 'POST',
    enctype: 'multipart/form-data',
    params: {
      title: sharedFields.title,
      text: sharedFields.text,
      url: sharedFields.url,
      files: [
        { name: sharedFields.picture, accept: ['image/*', 'application/json', 'text/plain'] },
      ],
    },
  },
  file_handlers: [{ action: app, accept: { 'application/json': ['.json'] } }],
  // Never navigates a window in which someone may be in the middle of something.
  launch_handler: { client_mode: ['navigate-new', 'auto'] },
} as const;
