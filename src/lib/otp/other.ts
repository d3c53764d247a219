import type { OtherKind, OtherText } from './reading.ts';

const DUO =
  'This starts Duo Mobile and works in no other app. Where the service offers it, choose an authenticator app (TOTP) instead of Duo.';
const ANOTHER = 'Scan the QR code that the service shows for an authenticator app.';

/** What each text is known by, the first that fits counting, and what to say of it. */
const KINDS: readonly (readonly [OtherKind, RegExp, string])[] = [
  [
    'migration',
    /^otpauth-migration:/i,
    `This is an export of Google Authenticator, not one service’s code. ${ANOTHER}`,
  ],
  [
    'microsoft',
    /^(?:phonefactor|microsoft-authenticator|msauth\w*):/i,
    'This QR code is for Microsoft Authenticator only. On the page that shows it, choose “Set up a different authenticator app”, then scan the code that comes next.',
  ],
  // Duo: a link, the page that shows its QR code, or `code-host` with the host in Base64 (`api-…`, `m-…`).
  ['duo', /^duo:|^https:\/\/[\w.-]+\.duosecurity\.com(?:[/:?]|$)/i, DUO],
  ['duo', /^\w{10,}-(?:YXBp|bS)[\w+/=-]{12,}$/, DUO],
  [
    'okta',
    /^(?:oktaverify|com\.okta\.[\w.-]+):/i,
    'This QR code is for Okta Verify only. Choose “Google Authenticator” in Okta instead: that one works with every authenticator app.',
  ],
  [
    'steam-link',
    /^steam:/i,
    'This link opens Steam and holds no key. Steam shows its key in its own app only.',
  ],
  [
    'passkey',
    /^fido\d?:/i,
    `This QR code signs you in with a passkey on your phone; it holds no key for codes. ${ANOTHER}`,
  ],
  ['wifi', /^wifi:/i, `This QR code holds the password of a wireless network. ${ANOTHER}`],
  [
    'web-link',
    /^(?:https?:\/\/|www\.)/i,
    `This is a link to a web page and holds no key. ${ANOTHER}`,
  ],
  ['link', /^[a-z][a-z\d+.-]*:\/\//i, `This is a link for another program. ${ANOTHER}`],
];

/** Names a text that is no `otpauth:` link. */
export function describeOther(text: string): OtherText {
  const [what, , message] = KINDS.find(([, pattern]) => pattern.test(text)) ?? [
    'text',
    undefined,
    `This text is no otpauth link. ${ANOTHER} If it is a secret key, type or paste it as the key.`,
  ];
  return { kind: 'other', what, message };
}
