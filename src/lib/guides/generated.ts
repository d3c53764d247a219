import type { z } from 'astro/zod';
import type { GeneratedEntry } from './loader.ts';
import type { guideSchema } from './schema.ts';

const beginnings = ['Al', 'Bri', 'Cor', 'Del', 'El', 'Fa', 'Gra', 'Hol', 'In', 'Ju', 'Kin', 'Lu'];
const middles = ['ta', 'vo', 'mer', 'no', 'dy', 'si', 'ru', 'bel', 'ko', 'wen'];
const ends = ['bank', 'cloud', 'mail', 'shop', 'desk', 'pay', 'host', 'note'];

const kinds = ['prepare', 'navigate', 'navigate', 'capture', 'codes', 'finish'] as const;

/** So many made-up guides, for measuring how building, browsing and searching scale. */
export function generatedGuides(count: number): GeneratedEntry[] {
  return Array.from({ length: count }, (_, index) => {
    const service = `${nameOf(index)} ${index + 1}`;
    const id = `scale-${index + 1}`;
    return { id, data: fields(service, id), body: body(service) };
  });
}

function nameOf(index: number): string {
  const pick = (words: readonly string[], by: number): string =>
    words[Math.floor(index / by) % words.length] ?? '';
  return (
    pick(beginnings, 1) +
    pick(middles, beginnings.length) +
    pick(ends, beginnings.length * middles.length)
  );
}

const stepIds = ['check', 'settings', 'assign', 'scan', 'codes', 'try'] as const;

function fields(service: string, id: string): z.input<typeof guideSchema> {
  const at = `https://${id}.example`;
  return {
    title: `Turn on 2FA for ${service}`,
    summary: `Put a six-digit code in front of your ${service} account, with any authenticator app.`,
    service,
    verified: new Date('2026-11-24'),
    verifiedAgainst: 'documentation',
    minutes: 3,
    needs: [`The password of your ${service} account`, 'Access to its e-mail address'],
    links: {
      start: { title: `${service}, security settings`, url: `${at}/security` },
      official: [{ title: `${service}, two-factor authentication`, url: `${at}/help/2fa` }],
    },
    identities: [],
    enrollment: {
      codes: 1,
      boxes: ['Verification code'],
      submit: 'Turn on',
      issuers: [service],
      keyHint: 'Below the QR code, choose Enter the key by hand.',
    },
    sections: [
      { id: 'refused', title: `When ${service} refuses the code` },
      { id: 'questions', title: 'Questions' },
    ],
    steps: kinds.map((kind, index) => ({
      id: stepIds[index] ?? '',
      kind,
      title: titles[index] ?? '',
    })),
    figures: [
      {
        id: 'form',
        title: 'Two-factor authentication',
        alt: `The page of ${service} with a box for the code and the button Turn on.`,
        rows: [
          { kind: 'qr' },
          { kind: 'field', label: 'Verification code', value: '492 039' },
          { kind: 'button', label: 'Turn on' },
        ],
      },
    ],
    refusals: [
      {
        kind: 'clock',
        title: 'A clock is off',
        text: 'Set the clock of the device that makes the codes to automatic, then type a fresh code.',
      },
    ],
    faq: [
      { id: 'lost', title: `I lost the phone for ${service}. What now?`, also: ['lost phone'] },
      { id: 'backup-codes', title: `Does ${service} give recovery codes?` },
      { id: 'new-phone', title: `How do I move ${service} to a new phone?` },
      { id: 'two-apps', title: `Can two apps have the code of ${service}?` },
    ],
    sources: [{ id: 'help', title: `${service}, help`, url: `${at}/help`, confidence: 'low' }],
  };
}

const titles = [
  'Check your e-mail address',
  'Open the security settings',
  'Choose the authenticator app',
  'Show the QR code and bring it here',
  'Type the code from the companion',
  'Try it in a private window',
];

function body(service: string): string {
  return `
<QuickPath>

1. Sign in to ${service} and open **Security**. Under **Two-factor authentication**, choose **Set up**.
2. Bring the QR code into the [companion](#companion), then type the code and choose **Turn on**.

</QuickPath>

<Steps>

<Step id="check">

Make sure that you can read mail at the address that ${service} has of you. If the device is lost, this is how you get back in.

</Step>

<Step id="settings">

Sign in to ${service}. Open the menu with your name, at the top right, and choose **Security**.

</Step>

<Step id="assign">

Under **Two-factor authentication**, choose **Set up**, then **Authenticator app** and **Next**.

</Step>

<Step id="scan">

${service} shows a QR code. Paste a screenshot of it, capture its window, or use the camera.

- **On this screen:** take a screenshot of the code and paste it.
- **No picture:** choose **Enter the key by hand** and paste the key.

<Figure id="form" />

</Step>

<Step id="codes">

Type the current code into **Verification code** and choose **Turn on** before it changes.

</Step>

<Step id="try">

Stay signed in to ${service} and sign in once more in a private window. Keep the recovery codes, if there are any, apart from your phone.

</Step>

</Steps>

<Section id="refused">

The likely reasons, in order:

<Refusals />

</Section>

<Section id="questions">

<Faq id="lost">

Use a recovery code of ${service}, or another device that is registered. Without either, ask its support.

</Faq>

<Faq id="backup-codes">

Look under **Security** after you have turned on two-factor authentication. Keep them apart from your phone.

</Faq>

<Faq id="new-phone">

Turn two-factor authentication of ${service} off and on again, and bring the new QR code into the new phone.

</Faq>

<Faq id="two-apps">

Yes: bring the same QR code into both while ${service} shows it. Both make the same codes.

</Faq>

</Section>
`;
}
