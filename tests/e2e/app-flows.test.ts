import type { Page } from 'playwright/test';
import { referenceCode, referenceSteamCode, referenceTotp } from '../helpers/totp.ts';
import { readMigration } from '../../src/lib/formats/google-migration.ts';
import { entriesOf, expectEntryCodes } from './support/app.ts';
import { copyPicture } from './support/clipboard.ts';
import { chooseBy, keyboard, touch, type Hand } from './support/hand.ts';
import { freshKey, qrPicture, type Key } from './support/key.ts';
import { findCutOff } from './support/overflow.ts';
import { readFromScreen } from './support/qr-canvas.ts';
import { expect, test } from './support/test.ts';
import {
  derived,
  downloaded,
  expectLocked,
  goToApp,
  listFile,
  PASSPHRASE,
} from './support/vault.ts';

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });
// Long walks with a press for each stop, on a machine that may be busy.
test.describe.configure({ timeout: 90_000 });

const clipboard = (page: Page): Promise<string> =>
  page.evaluate(() => navigator.clipboard.readText());

const digits = async (page: Page, account: string): Promise<string> => {
  const code = entriesOf(page, { account }).getByTestId('entry-code');
  return ((await code.textContent()) ?? '').replace(/\s/g, '');
};

/** The code of this moment, or of the one before where time went on meanwhile. */
const codesAbout = (key: Key): string[] => [key.codeAt(Date.now()), key.codeAt(Date.now(), -1)];

/** Takes the keys in from a list of links, closes what says so, and leaves nothing cut off. */
async function start(page: Page, hand: Hand, ...keys: readonly Pick<Key, 'link'>[]): Promise<void> {
  await goToApp(page);
  await hand.give(page.getByTestId('vault-import'), listFile(...keys));
  await hand.press(page.getByTestId('import-confirm'));
  await expect(page.getByTestId('vault-entry')).toHaveCount(keys.length);
  await hand.press(page.locator('.toast').getByRole('button', { name: 'Close' }));
}

type Walk = (page: Page, hand: Hand) => Promise<void>;

/** What people do with the authenticator; each with nothing but one kind of hand. */
const walks: Readonly<Record<string, Walk>> = {
  'adds by a picture, the clipboard and a typed key, and renews one': async (page, hand) => {
    const [first, second, third] = [freshKey(), freshKey(), freshKey()];
    await goToApp(page);
    await hand.press(page.getByTestId('vault-add'));
    await hand.give(page.getByTestId('capture-file'), qrPicture(first));
    await expectEntryCodes(entriesOf(page, first), first);
    await hand.press(page.getByTestId('toast-undo'));
    await expect(page.getByTestId('vault-entry')).toHaveCount(0);

    await copyPicture(page, qrPicture(second));
    await hand.press(page.getByTestId('vault-add'));
    await hand.press(page.getByTestId('capture-paste'));
    await expectEntryCodes(entriesOf(page, second), second);

    await hand.press(page.getByTestId('vault-add'));
    await hand.press(page.getByTestId('capture-key'));
    await hand.write(page.getByTestId('key-input'), third.link);
    await hand.press(page.getByTestId('key-submit'));
    await expectEntryCodes(entriesOf(page, third), third);

    const renewed = freshKey({ account: second.account });
    await hand.press(page.getByTestId('vault-add'));
    await hand.give(page.getByTestId('capture-file'), qrPicture(renewed));
    const fresh = page.locator('[data-testid="vault-entry"][data-status="pending"]');
    await expectEntryCodes(fresh, renewed);
    await expect(entriesOf(page, second).last()).toHaveAttribute('data-status', 'replaced');
    await chooseBy(hand, fresh, 'The service accepted it');
    await expect(fresh).toHaveCount(0);
    await page.reload();
    await expect(page.getByTestId('vault-entry')).toHaveCount(3);
    await expectEntryCodes(
      page.locator(`[data-account="${second.account}"][data-status="active"]`),
      renewed,
    );
  },

  'edits, tags, pins, orders, groups, filters, deletes and merges': async (page, hand) => {
    const [beta, alpha, other] = [
      freshKey({ issuer: 'Beta', account: 'two' }),
      freshKey({ issuer: 'Alpha', account: 'one' }),
      freshKey({ issuer: 'Gamma', account: 'three' }),
    ];
    const twin = { link: beta.link.replace(':two', ':twin') };
    await start(page, hand, beta, alpha, other, twin);
    const accounts = () =>
      page.getByTestId('vault-entry').evaluateAll((rows) => rows.map((row) => row.dataset.account));

    const offer = page.getByTestId('duplicates');
    await hand.press(offer.locator('summary'));
    await hand.tick(offer.getByRole('radio', { name: 'two' }));
    await hand.press(offer.getByTestId('duplicate-merge'));
    await expect(page.getByTestId('vault-entry')).toHaveCount(3);
    await expect(entriesOf(page, { account: 'twin' })).toHaveCount(0);

    await hand.select(page.getByTestId('vault-sort'), 'By service');
    await expect.poll(accounts).toEqual(['one', 'two', 'three']);
    await chooseBy(hand, entriesOf(page, other), 'Pin to the top');
    await expect.poll(accounts).toEqual(['three', 'one', 'two']);
    // On its menu, or on its copy button where the row was drawn anew.
    await expect(entriesOf(page, other).locator('button:focus')).toHaveCount(1);

    await chooseBy(hand, entriesOf(page, alpha), 'Edit');
    const form = page.getByTestId('entry-edit');
    await hand.write(form.getByLabel('Service', { exact: true }), 'Payroll');
    await hand.write(form.getByLabel('Account', { exact: true }), 'ada');
    await hand.write(form.getByLabel('Tags'), 'work');
    await hand.write(form.getByLabel('Note'), 'Room 3');
    await hand.press(form.locator('summary'));
    await hand.write(form.getByLabel('Digits'), '8');
    await hand.write(form.getByLabel('Period in seconds'), '60');
    await hand.select(form.getByLabel('Algorithm'), 'SHA512');
    await hand.press(form.getByRole('button', { name: 'Save' }));
    const edited = entriesOf(page, { account: 'ada' });
    const { secret } = alpha;
    const codeAt = (now: number, ahead = 0) =>
      referenceTotp(
        { secret, algorithm: 'SHA512', digits: 8, period: 60 },
        now / 1000 + 60 * ahead,
      );
    await expectEntryCodes(edited, { codeAt });
    await expect(edited.getByTestId('entry-menu')).toBeFocused();

    await hand.press(page.getByRole('group', { name: 'Tags' }).getByRole('button'));
    await expect.poll(accounts).toEqual(['ada']);
    await hand.press(page.getByRole('group', { name: 'Tags' }).getByRole('button'));
    await hand.write(page.getByTestId('vault-filter'), 'room');
    await expect.poll(accounts).toEqual(['ada']);
    await hand.write(page.getByTestId('vault-filter'), '');
    await hand.tick(page.getByTestId('vault-group'));
    await expect(page.locator('.entry-group > h2')).toHaveText(['Gamma', 'Beta', 'Payroll']);

    await chooseBy(hand, edited, 'Delete');
    await expect(edited).toHaveCount(0);
    await hand.press(page.getByTestId('toast-undo'));
    await expect(edited).toHaveCount(1);
    await chooseBy(hand, edited, 'Delete');
    await expect(edited).toHaveCount(0);
    // Whoever deletes one after another goes on from the row beside it.
    await expect(entriesOf(page, beta).getByTestId('entry-copy')).toBeFocused();
    await page.reload();
    await hand.press(page.getByTestId('vault-trash').locator('summary'));
    await hand.press(
      page.getByTestId('vault-trash').getByRole('button', { name: /put back ada|payroll/i }),
    );
    await expectEntryCodes(edited, { codeAt });
  },

  'counts, hides, shows and copies codes': async (page, hand) => {
    const [key, counter, steam] = [freshKey(), freshKey(), freshKey()];
    const counted = {
      link: `otpauth://hotp/Bank:counted?secret=${counter.base32}&issuer=Bank&counter=7`,
    };
    const valve = {
      link: `otpauth://totp/Steam:valve?secret=${steam.base32}&issuer=Steam&encoder=steam`,
    };
    await start(page, hand, key, counted, valve);
    const entry = entriesOf(page, key);
    const bank = entriesOf(page, { account: 'counted' });
    const hotp = (at: number): string =>
      referenceCode({ secret: counter.secret, algorithm: 'SHA1', digits: 6, counter: at });

    await hand.press(bank.getByTestId('entry-next'));
    await expect.poll(() => digits(page, 'counted')).toBe(hotp(7));
    await hand.press(bank.getByTestId('entry-copy'));
    await expect.poll(() => clipboard(page)).toBe(hotp(7));
    await page.reload();
    await hand.press(bank.getByTestId('entry-next'));
    await expect.poll(() => digits(page, 'counted')).toBe(hotp(8));
    await hand.press(bank.getByTestId('entry-set-counter'));
    await hand.write(page.getByTestId('counter-field'), '20');
    await hand.press(bank.getByRole('button', { name: 'Save' }));
    await hand.press(bank.getByTestId('entry-next'));
    await expect.poll(() => digits(page, 'counted')).toBe(hotp(20));

    await expect(async () => {
      const step = Math.floor((await page.evaluate(() => Date.now())) / 30_000);
      expect(await digits(page, 'valve')).toBe(referenceSteamCode(steam.secret, step));
    }).toPass({ timeout: 4_000 });
    await hand.press(entry.getByTestId('entry-copy-next'));
    await expect(async () => {
      expect([key.codeAt(Date.now()), key.codeAt(Date.now(), 1)]).toContain(await clipboard(page));
    }).toPass({ timeout: 4_000 });

    await hand.press(page.getByTestId('vault-codes'));
    await hand.tick(page.getByTestId('hide-codes'));
    await expect(page.getByTestId('entry-code').filter({ hasText: '•' })).toHaveCount(3);
    await page.evaluate(() => navigator.clipboard.writeText(''));
    await hand.press(entry.getByTestId('entry-copy'));
    await expect.poll(() => clipboard(page)).toMatch(/^\d{6}$/);
    expect(codesAbout(key)).toContain(await clipboard(page));
    await expect(entry.getByTestId('entry-code')).toContainText('•');
    if (hand.name === 'touch') await hand.press(entry.getByTestId('entry-code'));
    else await page.keyboard.press('h');
    await expectEntryCodes(entry, key);
    await page.evaluate(() => window.dispatchEvent(new Event('blur')));
    await expect(entry.getByTestId('entry-code')).toContainText('•');
    await hand.press(entry.getByTestId('entry-show'));
    await expectEntryCodes(entry, key);

    await chooseBy(hand, entry, /title/);
    await expect(page).toHaveTitle(/^\d{3} \d{3} until/);
    await hand.press(page.locator('.toast').getByRole('button', { name: 'Close' }));
    if (hand.name === 'keyboard') {
      await page.keyboard.press('?');
      await expect(page.getByTestId('keys-dialog')).toBeVisible();
      await hand.press(page.getByTestId('keys-dialog').getByRole('button', { name: 'Close' }));
    }
    if (await page.evaluate(() => 'documentPictureInPicture' in window)) {
      const opening = page.context().waitForEvent('page');
      await chooseBy(hand, entry, 'Keep on top');
      await expect((await opening).getByTestId('top-entry')).toHaveCount(1);
    }
  },

  'takes along, keeps recovery codes, finds help and counts devices': async (page, hand) => {
    const keys = [freshKey(), freshKey({ account: 'spare@123456789012' })] as const;
    await start(page, hand, ...keys);
    const [key] = keys;
    const entry = entriesOf(page, key);
    const closes = (id: string) =>
      hand.press(page.getByTestId(id).getByRole('button', { name: 'Close' }));

    await chooseBy(hand, entry, /another device/);
    const panel = page.getByTestId('take-panel');
    await hand.press(panel.getByTestId('take-qr-toggle'));
    const link = new URL(await readFromScreen(panel.getByTestId('take-qr')));
    expect(link.searchParams.get('secret')).toBe(key.base32);
    await hand.press(panel.getByTestId('take-copy-link'));
    await hand.press(page.getByRole('dialog').getByRole('button', { name: 'Cancel' }));
    await hand.press(panel.getByTestId('take-copy-key'));
    await hand.press(page.getByTestId('confirm'));
    await expect.poll(() => clipboard(page)).toBe(key.base32);
    await closes('take-panel');
    await expect(entry.getByTestId('entry-menu')).toBeFocused();

    await hand.press(page.getByTestId('vault-take'));
    await hand.press(page.getByTestId('take-all'));
    await hand.press(page.getByTestId('take-show'));
    const batch = readMigration(await readFromScreen(page.getByTestId('take-several-qr')));
    expect(batch.entries).toHaveLength(2);
    await hand.press(page.getByTestId('take-next'));
    await hand.press(page.getByTestId('vault-take'));

    await chooseBy(hand, entry, /^Recovery codes/);
    const recovery = page.getByTestId('recovery-panel');
    await hand.write(recovery.getByTestId('recovery-input'), 'aaaa-1111\nbbbb-2222');
    await hand.press(recovery.getByTestId('recovery-save'));
    await hand.press(recovery.getByTestId('recovery-show'));
    await hand.tick(recovery.getByRole('checkbox', { name: /code 2/ }));
    await expect(recovery.getByTestId('recovery-left')).toHaveText('1 of 2 left');
    const saving = page.waitForEvent('download');
    await hand.press(recovery.getByTestId('recovery-export'));
    await hand.press(page.getByTestId('confirm'));
    expect((await downloaded(await saving)).buffer.toString()).toContain('aaaa-1111');
    await page.reload();
    await hand.press(page.getByTestId('vault-recovery'));
    await expect(page.getByTestId('all-recovery')).toContainText('1 of 2 left');

    await chooseBy(hand, entry, /^Help/);
    const help = page.getByTestId('guide-panel');
    await hand.press(help.getByTestId('resync-coach'));
    await expect(async () => {
      const [now, shown] = await help
        .getByTestId('pair')
        .evaluate((pair) => [
          Date.now(),
          pair.querySelector('[data-testid="pair-code-1"]')?.textContent.replace(/\s/g, ''),
        ]);
      expect(shown).toBe(key.codeAt(now));
    }).toPass({ timeout: 40_000 });
    await closes('guide-panel');
    await hand.press(page.getByTestId('vault-devices'));
    const devices = page.getByTestId('devices-panel');
    await expect(devices).toContainText('1 of 8 known here');
    await expect(devices).toContainText('spare');
    await hand.press(devices.getByRole('link').last());
    await expect(page).toHaveURL(/\/guides\/aws-mfa\//);
  },

  'sets a passphrase, saves a backup, locks, unlocks and restores': async (page, hand) => {
    const [key, later] = [freshKey(), freshKey()];
    await start(page, hand, key);
    await hand.press(page.getByTestId('vault-protect'));
    await hand.write(page.getByTestId('new-passphrase'), PASSPHRASE);
    await hand.write(page.getByTestId('new-passphrase-again'), PASSPHRASE);
    await hand.press(page.getByTestId('set-passphrase'));
    await derived(page);
    const saving = page.waitForEvent('download');
    await hand.press(page.getByTestId('vault-export'));
    const backup = await downloaded(await saving);

    await hand.press(page.getByTestId('vault-lock'));
    await expectLocked(page);
    await hand.write(page.getByTestId('vault-passphrase'), `${PASSPHRASE}s`);
    const unlock = page.getByTestId('vault-unlock').getByRole('button', { name: 'Unlock' });
    await hand.press(unlock);
    await expect(page.getByRole('alert')).toContainText('does not open');
    await hand.write(page.getByTestId('vault-passphrase'), PASSPHRASE);
    await hand.press(unlock);
    await derived(page);
    await expectEntryCodes(entriesOf(page, key), key);

    await chooseBy(hand, entriesOf(page, key), 'Delete');
    await hand.give(page.getByTestId('vault-import'), listFile(later));
    await hand.press(page.getByTestId('import-confirm'));
    await expectEntryCodes(entriesOf(page, later), later);
    await hand.give(page.getByTestId('vault-import'), backup);
    await hand.write(page.getByTestId('import-passphrase'), PASSPHRASE);
    await hand.press(page.getByTestId('import-passphrase-submit'));
    await derived(page);
    await hand.press(page.getByTestId('import-confirm'));
    await expectEntryCodes(entriesOf(page, key), key);
    await expect(page.getByTestId('vault-entry')).toHaveCount(2);
  },
};

test.describe('by the keyboard alone, a person', () => {
  for (const [name, walk] of Object.entries(walks))
    test(name, async ({ page }) => {
      await walk(page, keyboard(page));
    });
});

test.describe('by touch alone, on a narrow screen, a person', () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });
  for (const [name, walk] of Object.entries(walks))
    test(name, async ({ page }) => {
      await walk(page, touch(page));
      expect(await findCutOff(page)).toEqual([]);
    });
});
