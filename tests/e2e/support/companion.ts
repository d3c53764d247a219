import { expect, type Locator, type Page } from 'playwright/test';
import { qrPicture, type Key } from './key.ts';

export const GUIDE = '/guides/aws-mfa/';

type State = 'ready' | 'captured' | 'enrolling' | 'refused' | 'done' | 'locked';

/** Opens the guide and waits until its companion can be used. */
export async function openGuide(page: Page, hash = ''): Promise<void> {
  await page.goto(`${GUIDE}${hash}`);
  await expect(companion(page)).toHaveAttribute('data-state', /^(?!starting)/);
}

export function companion(page: Page): Locator {
  return page.getByTestId('enroll');
}

/** Waits until the companion is in one of these states. */
export async function expectState(
  page: Page,
  states: State | readonly State[],
  options?: { timeout: number },
): Promise<void> {
  const pattern = new RegExp(`^(${[states].flat().join('|')})$`);
  await expect(companion(page)).toHaveAttribute('data-state', pattern, options);
}

/** Brings the QR code in as a picture file and waits for its codes. */
export async function captureFile(page: Page, key: Key): Promise<void> {
  await page.getByTestId('capture-file').setInputFiles(qrPicture(key));
  await expectCaptured(page, key);
}

/** Waits for what was read, as the companion shows it. */
export async function expectCaptured(page: Page, { issuer, account }: Key): Promise<void> {
  await expect(page.getByTestId('entry-account')).toHaveText(account);
  await expect(page.getByTestId('entry-issuer')).toHaveText(issuer);
  await expectState(page, ['captured', 'enrolling']);
}

/** Both live codes are those of the page's own clock, and the pair's are two in a row. */
export async function expectCodes(page: Page, key: Key): Promise<void> {
  await expect(async () => {
    const { now, shown } = await readCodes(page);
    const [current, next] = [key.codeAt(now), key.codeAt(now, 1)];
    expect(shown['code-current']).toBe(current);
    expect(shown['code-next']).toBe(next);
    expect(Number(shown['seconds-left'])).toBe(30 - (Math.trunc(now / 1000) % 30));
    if (shown.phase !== 'code-1') return;
    expect(shown['pair-code-1']).toBe(current);
    expect(shown['pair-code-2']).toBe(next);
  }).toPass({ intervals: [50], timeout: 4_000 });
}

interface Codes {
  /** The page's clock when the codes were read, in milliseconds. */
  readonly now: number;
  /** By test id, without spaces; `phase` is the pair's. */
  readonly shown: Readonly<Partial<Record<string, string>>>;
}

/** What the companion shows at one moment. */
export function readCodes(page: Page): Promise<Codes> {
  return page.evaluate(() => {
    const names = ['code-current', 'code-next', 'seconds-left', 'pair-code-1', 'pair-code-2'];
    const element = (name: string) => document.querySelector(`[data-testid="${name}"]`);
    const shown: Record<string, string> = {};
    for (const name of names) {
      const text = element(name)?.textContent;
      if (text !== undefined) shown[name] = text.replace(/\s/g, '');
    }
    const phase = element('pair')?.getAttribute('data-phase');
    return { now: Date.now(), shown: { ...shown, ...(phase && { phase }) } };
  });
}

/** Waits until what was changed just now is on disk: no writer holds the vault or waits for it. */
export async function untilStored(page: Page): Promise<void> {
  const writers = () =>
    page.evaluate(async () => {
      // Effects of a change run with the next frame; only then does the writer ask for the vault.
      await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
      const { held = [], pending = [] } = await navigator.locks.query();
      return held.length + pending.length;
    });
  await expect.poll(writers).toBe(0);
}

/** Chooses whose codes they are: the root user, or an IAM user by name. */
export async function chooseIdentity(page: Page, name?: string): Promise<void> {
  const chooser = page.getByTestId('identity');
  if (name === undefined) {
    await chooser.getByRole('radio').first().check();
    return;
  }
  await chooser.getByRole('radio').last().check();
  await chooser.getByRole('textbox').fill(name);
  await chooser.getByRole('textbox').blur();
}
