import { entriesOf, expectStored, openApp } from './support/app.ts';
import {
  captureFile,
  chooseIdentity,
  expectCodes,
  expectState,
  GUIDE,
  openGuide,
} from './support/companion.ts';
import { expect, test } from './support/test.ts';
import { readFromScreen } from './support/qr-canvas.ts';

test('what the service accepted is active in the authenticator', async ({ page, key }) => {
  await openGuide(page);
  await chooseIdentity(page);
  await captureFile(page, key);
  await page.getByTestId('enroll-accepted').click();
  await expectState(page, 'done');
  await expectStored(page, key, 'active');
});

test('done offers a second app by the same QR code, and a second device', async ({ page, key }) => {
  await openGuide(page);
  await captureFile(page, key);
  await page.getByTestId('enroll-accepted').click();
  await expect(page.getByTestId('second-device')).toContainText('8');
  await page.getByTestId('second-app').click();
  const shown = new URL(await readFromScreen(page.getByTestId('second-app-qr')));
  expect(shown.protocol).toBe('otpauth:');
  expect(shown.searchParams.get('secret')).toBe(key.base32);
  expect(shown.searchParams.get('issuer')).toBe(key.issuer);
  expect(decodeURIComponent(shown.pathname)).toContain(key.account);
  await page.getByTestId('second-app').click();
  await expect(page.getByTestId('second-app-qr')).toHaveCount(0);
});

test('a second device is captured for the same identity', async ({ page, key }) => {
  await openGuide(page);
  await chooseIdentity(page, 'alice');
  await captureFile(page, key);
  await page.getByTestId('enroll-accepted').click();
  await page.getByTestId('second-device').click();
  await expectState(page, 'ready');
  await expect(page.getByTestId('identity').getByRole('textbox')).toHaveValue('alice');
  await expect(page).toHaveURL(/#step-scan$/);
});

test('accepted by mistake can be taken back', async ({ page, key }) => {
  await openGuide(page);
  await captureFile(page, key);
  await page.getByTestId('enroll-accepted').click();
  await expectState(page, 'done');
  await page.getByRole('button', { name: /not accepted/i }).click();
  await expectState(page, ['captured', 'enrolling']);
  await expectCodes(page, key);
  await expectStored(page, key, 'pending');
});

test('refused gives the likely reasons in order, the clock measured', async ({ page, key }) => {
  await openGuide(page);
  await captureFile(page, key);
  await page.getByTestId('enroll-refused').click();
  await expectState(page, 'refused');
  const reasons = page.locator('[data-refusal]');
  expect(await reasons.evaluateAll((all) => all.map((each) => each.dataset.refusal))).toEqual([
    'clock',
    'late',
    'identity',
    'leftover',
  ]);
  const clock = page.getByTestId('clock-reading');
  await expect(clock).toContainText(/\d s/);
  await expect(clock).not.toHaveAttribute('data-tone', 'stop');
  await expectStored(page, key, 'pending');
});

for (const minutes of [-3, 2]) {
  const side = minutes < 0 ? 'behind' : 'ahead of';
  test(`a clock that is ${side} the server's is named first, with how much`, async ({
    page,
    key,
  }) => {
    await page.clock.install({ time: Date.now() + minutes * 60_000 });
    await openGuide(page);
    await captureFile(page, key);
    await page.getByTestId('enroll-refused').click();
    const clock = page.locator('[data-refusal]').first().getByTestId('clock-reading');
    await expect(clock).toHaveAttribute('data-tone', 'stop');
    await expect(clock).toContainText(side);
    const seconds = Number(/\d+/.exec((await clock.textContent()) ?? '')?.[0]);
    expect(Math.abs(seconds - Math.abs(minutes) * 60)).toBeLessThanOrEqual(2);
  });
}

test('a server that cannot be reached leaves the clock unjudged', async ({ page, key }) => {
  await openGuide(page);
  await captureFile(page, key);
  await page.route('**/robots.txt', (route) =>
    route.fulfill({ status: 200, headers: { 'Cache-Control': 'no-store' } }),
  );
  await page.getByTestId('enroll-refused').click();
  await expect(page.locator('[data-refusal="clock"] [role="status"]')).not.toContainText(/\d s/);
  await expect(page.getByTestId('clock-reading')).toHaveCount(0);
});

test('the way to resync leads to its steps in the text', async ({ page, key }) => {
  await openGuide(page);
  await captureFile(page, key);
  await page.getByTestId('enroll-refused').click();
  await page.getByTestId('enroll').locator('a[href="#faq-out-of-sync"]').click();
  await expect(page).toHaveURL(`${GUIDE}#faq-out-of-sync`);
  await expect(page.locator('#faq-out-of-sync')).toBeInViewport();
  await expectState(page, 'refused');
});

test('after a refusal a fresh pair can be tried, and accepted', async ({ page, key }) => {
  await openGuide(page);
  await captureFile(page, key);
  await page.getByTestId('enroll-refused').click();
  await page.getByTestId('pair-new').click();
  await expectState(page, ['captured', 'enrolling']);
  await expectCodes(page, key);
  await page.getByTestId('enroll-accepted').click();
  await expectState(page, 'done');
  await expectStored(page, key, 'active');
});

test('after a refusal another QR code can be taken, and the refused one is kept', async ({
  page,
  key,
}) => {
  await openGuide(page);
  await captureFile(page, key);
  await page.getByTestId('enroll-refused').click();
  await page.getByRole('button', { name: /another/i }).click();
  await expectState(page, 'ready');
  const app = await openApp(page);
  await expect(entriesOf(app, key)).toHaveAttribute('data-status', 'pending');
});
