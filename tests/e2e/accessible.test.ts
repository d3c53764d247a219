import type { Page } from 'playwright/test';
import { findProblems } from './support/axe.ts';
import { findCutOff } from './support/overflow.ts';
import { captureFile, chooseIdentity, GUIDE, openGuide } from './support/companion.ts';
import { entriesOf, rename } from './support/app.ts';
import { freshKey, type Key } from './support/key.ts';
import { expect, test } from './support/test.ts';
import { takeIn } from './support/vault.ts';

// The page that is not there is asked for on purpose.
test.use({ provoked: /status of 404/ });

type Arrange = (page: Page, key: Key) => Promise<void>;

/** Every page, in every state that a person can bring it into, by name. */
const states: Readonly<Record<string, Arrange>> = {
  'home page': at('/'),
  'guides index': at('/guides/'),
  'privacy page': at('/privacy/'),
  'page not found': at('/nowhere/'),
  'guide, ready': (page) => openGuide(page),
  'guide, IAM user chosen': async (page) => {
    await openGuide(page);
    await chooseIdentity(page, 'alice');
  },
  'guide, key form': async (page) => {
    await openGuide(page);
    await page.getByTestId('capture-key').click();
    await expect(page.getByTestId('key-input')).toBeVisible();
  },
  'guide, error': async (page) => {
    await openGuide(page);
    await page.getByTestId('capture-key').click();
    await page.getByTestId('key-submit').click();
    await expect(page.getByTestId('capture-error')).toBeVisible();
  },
  'guide, codes': async (page, key) => {
    await openGuide(page);
    await captureFile(page, key);
  },
  'guide, codes of another service': async (page) => {
    await openGuide(page);
    await captureFile(page, freshKey({ issuer: 'Example Corp', account: 'a@example.com' }));
  },
  'guide, refused': async (page, key) => {
    await openGuide(page);
    await captureFile(page, key);
    await page.getByTestId('enroll-refused').click();
    await expect(page.getByTestId('clock-reading')).toBeVisible();
  },
  'guide, done, with the QR code': async (page, key) => {
    await openGuide(page);
    await chooseIdentity(page);
    await captureFile(page, key);
    await page.getByTestId('enroll-accepted').click();
    await page.getByTestId('second-app').click();
    await expect(page.getByTestId('second-app-qr')).toBeVisible();
  },
  'guide, one left unconfirmed': async (page, key) => {
    await openGuide(page);
    await captureFile(page, key);
    await page.getByTestId('identity-next').click();
    await expect(page.getByTestId('resume')).toBeVisible();
  },
  'authenticator, empty': async (page) => {
    await page.goto('/app/');
    await expect(page.locator('main').getByRole('link', { name: /aws/i })).toBeVisible();
  },
  'authenticator, entries of each kind, menu open': async (page, key) => {
    await appWithEntries(page, key);
    await entriesOf(page, key).first().getByTestId('entry-menu').click();
  },
  'authenticator, editing, with the trash open': async (page, key) => {
    await appWithEntries(page, key);
    const menu = async (row: number, action: RegExp): Promise<void> => {
      const entry = page.getByTestId('vault-entry').nth(row);
      await entry.getByTestId('entry-menu').click();
      await entry.getByRole('button', { name: action }).click();
    };
    await menu(2, /delete/i);
    await expect(page.getByTestId('toast-undo')).toBeVisible();
    await page.getByTestId('vault-trash').locator('summary').click();
    await menu(0, /edit/i);
    await page.getByTestId('entry-edit').locator('summary').click();
  },
  'authenticator, adding, with groups, tags and a duplicate': async (page, key) => {
    const link = key.link.replace(`:${key.account}`, ':twin');
    await takeIn(page, key, { ...key, account: 'twin', link }, freshKey());
    await page.getByTestId('duplicates').locator('summary').click();
    await page.getByTestId('vault-group').check();
    await rename(page.getByTestId('vault-entry').first(), 'Pinned');
    await page.getByTestId('vault-add').click();
    await page.getByTestId('capture-key').click();
    await page.getByTestId('add-panel').locator('summary').click();
    await page.getByTestId('key-submit').click();
    await expect(page.getByTestId('capture-error')).toBeVisible();
  },
};

function at(address: string): Arrange {
  return async (page) => {
    await page.goto(address);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  };
}

/** One entry that is accepted and replaced, one that took its place, and one more. */
async function appWithEntries(page: Page, key: Key): Promise<void> {
  await openGuide(page);
  await captureFile(page, freshKey());
  await page.getByTestId('enroll-accepted').click();
  for (const each of [key, freshKey({ issuer: key.issuer, account: key.account })]) {
    await page.getByTestId('identity-next').click();
    await chooseIdentity(page);
    await captureFile(page, each);
  }
  await page.goto('/app/');
  await expect(page.getByTestId('vault-entry')).toHaveCount(3);
}

for (const [name, arrange] of Object.entries(states)) {
  test(`axe finds nothing: ${name}`, async ({ page, key }) => {
    await arrange(page, key);
    const problems: string[] = [];
    for (const width of [1440, 360]) {
      await page.setViewportSize({ width, height: 900 });
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        for (const problem of await findProblems(page))
          problems.push(`${width} px, ${colorScheme}: ${problem}`);
      }
    }
    expect(problems).toEqual([]);
    await page.setViewportSize({ width: 320, height: 640 });
    // WCAG 1.4.10: no scrolling in two directions, and nothing cut off instead.
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      320,
    );
    expect(await findCutOff(page)).toEqual([]);
  });
}

test('axe finds what is wrong', async ({ page }) => {
  await page.goto(GUIDE);
  await page.evaluate(() => {
    const nameless = document.createElement('button');
    const small = ['a', 'b'].map((name) => {
      const button = document.createElement('button');
      button.textContent = name;
      Object.assign(button.style, { width: '9px', height: '9px', padding: '0' });
      return button;
    });
    document.querySelector('h1')?.append(nameless, document.createElement('br'), ...small);
  });
  const problems = await findProblems(page);
  const rules = problems.map((problem) => problem.slice(0, problem.indexOf(':')));
  expect([...new Set(rules)].sort()).toEqual(['button-name', 'target-size']);
});
