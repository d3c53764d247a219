import type { z } from 'astro/zod';
import { guideSchema, type GuideData } from '../../../src/lib/guides/schema.ts';

/** The frontmatter of a small guide that is right in every field. */
export function sampleFields(): z.input<typeof guideSchema> {
  return {
    title: 'Turn on codes for Example',
    summary: 'Put a six-digit code in front of your Example account, with any authenticator app.',
    service: 'Example',
    verified: new Date('2026-11-24'),
    verifiedAgainst: 'documentation',
    minutes: 3,
    needs: ['Your password'],
    links: {
      start: { title: 'Security settings', url: 'https://example.com/security' },
      official: [{ title: 'Help page', url: 'https://example.com/help' }],
    },
    identities: [
      { id: 'owner', label: 'Owner', named: false, recover: 'faq-lost' },
      { id: 'member', label: 'Member', named: true, nameLabel: 'Member name' },
    ],
    enrollment: {
      codes: 2,
      boxes: ['Code 1', 'Code 2'],
      submit: 'Save',
      issuers: ['Example'],
      accountPattern: '^\\w+@example$',
      keyHint: 'Choose Show key below the code.',
      maxDevices: 4,
    },
    sections: [{ id: 'after', title: 'Afterwards' }],
    steps: [
      { id: 'check', title: 'Check your phone', kind: 'prepare' },
      { id: 'open', title: 'Open the settings', kind: 'navigate' },
      { id: 'scan', title: 'Show the QR code', kind: 'capture' },
      { id: 'codes', title: 'Type both codes', kind: 'codes' },
      { id: 'finish', title: 'Sign in again', kind: 'finish' },
    ],
    figures: [
      {
        id: 'form',
        title: 'Security',
        alt: 'The page Security with one box and one button.',
        rows: [
          { kind: 'field', label: 'Code 1', value: '123 456' },
          { kind: 'button', label: 'Save' },
        ],
      },
    ],
    refusals: [
      { kind: 'clock', title: 'A clock is off', text: 'Set the clock to automatic and try again.' },
      {
        kind: 'late',
        title: 'The codes were too old',
        text: 'Type a fresh pair and send it at once.',
        see: 'step-codes',
      },
    ],
    resync: 'sync',
    later: { recover: 'after', remove: 'step-open', resyncSubmit: 'Sync', recoveryCodes: true },
    faq: [
      { id: 'sync', title: 'What if codes are refused?', also: ['out of sync'] },
      { id: 'lost', title: 'What if I lose the phone?' },
    ],
    sources: [
      {
        id: 'help',
        title: 'Example, help page',
        url: 'https://example.com/help',
        confidence: 'high',
        published: 'May 2026',
      },
    ],
  };
}

/** The same, as the schema hands it on. */
export function sampleGuide(): GuideData {
  return guideSchema.parse(sampleFields());
}

/** A text that fits the sample. */
export const sampleBody = `
<QuickPath>

1. Do it. See [the codes](#step-codes).

</QuickPath>

<Steps>

<Step id="check">

Look at the phone.

<Note>

Two
lines.

</Note>

</Step>

<Step id="open">

Open [the authenticator](/app/).

</Step>

<Step id="scan">

Scan it.

<Figure id="form" />

</Step>

<Step id="codes">

Type **Code 1**.

</Step>

<Step id="finish">

Sign in.

</Step>

</Steps>

<Section id="after">

<Refusals />

<Faq id="sync">

Wait.

\`\`\`
<Step id="not-a-tag">
\`\`\`

</Faq>

</Section>

<Faq id="lost">

Ask.

</Faq>
`;
