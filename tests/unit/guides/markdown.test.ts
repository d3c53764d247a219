import { describe, expect, it } from 'vitest';
import { guideMarkdown } from '../../../src/lib/guides/markdown.ts';
import { sampleBody, sampleGuide } from './sample.ts';

const page = new URL('https://2faa.example/guides/example/');

describe('guideMarkdown', () => {
  it('writes the whole guide as plain Markdown', () => {
    expect(guideMarkdown({ data: sampleGuide(), body: sampleBody }, page)).toBe(
      `# Turn on codes for Example

Put a six-digit code in front of your Example account, with any authenticator app.

- Service: Example
- Takes about 3 minutes for each identity
- Method: Authenticator app (TOTP), two codes in a row
- Last checked: 2026-11-24, against the published Example documentation
- Start: [Security settings](https://example.com/security)
- Official: [Help page](https://example.com/help)
- This guide: <https://2faa.example/guides/example/>

You need:

- Your password

## Quick path

1. Do it. See [the codes](https://2faa.example/guides/example/#step-codes).

## Step by step

### 1. Check your phone

Look at the phone.

> Two
> lines.

### 2. Open the settings

Open [the authenticator](https://2faa.example/app/).

### 3. Show the QR code

Scan it.

*The page Security with one box and one button.*

### 4. Type both codes

Type **Code 1**.

### 5. Sign in again

Sign in.

## Afterwards

1. **A clock is off.** Set the clock to automatic and try again.
2. **The codes were too old.** Type a fresh pair and send it at once.

### What if codes are refused?

Wait.

\`\`\`
<Step id="not-a-tag">
\`\`\`

## What if I lose the phone?

Ask.

## Sources

- [Example, help page](https://example.com/help). Confidence: high. Published: May 2026.
`,
    );
  });

  it('says so where a guide was checked on the service itself', () => {
    const data = { ...sampleGuide(), verifiedAgainst: 'service' as const };
    expect(guideMarkdown({ data, body: '' }, page)).toContain(
      'Last checked: 2026-11-24, against the Example console itself',
    );
  });
});
