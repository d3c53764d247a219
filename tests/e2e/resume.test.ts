import { entriesOf, expectEntryCodes, openApp } from './support/app.ts';
import {
  captureFile,
  chooseIdentity,
  companion,
  expectCaptured,
  expectCodes,
  expectState,
  GUIDE,
  openGuide,
  untilStored,
} from './support/companion.ts';
import { qrPicture } from './support/key.ts';
import { expect, test } from './support/test.ts';

test('a reload keeps the step', async ({ page }) => {
  await openGuide(page);
  await page.getByTestId('step-next').click();
  await page.getByTestId('step-next').click();
  const title = await page.getByTestId('step-current').textContent();
  await untilStored(page);
  await page.goto(GUIDE);
  await page.reload();
  await expectState(page, 'ready');
  await expect(page.getByTestId('step-current')).toHaveText(title ?? '');
  await expect(page.locator('#step-check-recovery [aria-pressed="true"]')).toHaveCount(1);
});

test('a reload keeps the identity that was chosen before the capture', async ({ page, key }) => {
  await openGuide(page);
  await chooseIdentity(page, 'alice');
  await untilStored(page);
  await page.reload();
  await expectState(page, 'ready');
  const chooser = page.getByTestId('identity');
  await expect(chooser.getByRole('radio').last()).toBeChecked();
  await expect(chooser.getByRole('textbox')).toHaveValue('alice');
  await captureFile(page, key);
  await expect(companion(page).getByText('alice').first()).toBeVisible();
});

test('a reload keeps the codes', async ({ page, key }) => {
  await openGuide(page);
  await captureFile(page, key);
  await untilStored(page);
  await page.reload();
  await expectCaptured(page, key);
  await expectCodes(page, key);
});

test('a reload after a refusal keeps the entry and its codes', async ({ page, key }) => {
  await openGuide(page);
  await captureFile(page, key);
  await page.getByTestId('enroll-refused').click();
  await expectState(page, 'refused');
  await untilStored(page);
  await page.reload();
  await expectState(page, ['captured', 'enrolling', 'refused']);
  const app = await openApp(page);
  await expect(entriesOf(app, key)).toHaveAttribute('data-status', 'pending');
});

test('a reload keeps what is done', async ({ page, key }) => {
  await openGuide(page);
  await chooseIdentity(page);
  await captureFile(page, key);
  await page.getByTestId('enroll-accepted').click();
  await expectState(page, 'done');
  await untilStored(page);
  await page.reload();
  await expectState(page, 'done');
  await expect(page.getByTestId('enroll-accepted')).toHaveCount(0);
});

test('a tab that crashes after the capture loses nothing', async ({ context, page, key }) => {
  await openGuide(page);
  await page.getByTestId('capture-file').setInputFiles(qrPicture(key));
  await page.getByTestId('code-current').waitFor();
  const crashed = page.waitForEvent('crash');
  page.goto('chrome://crash').catch(() => undefined);
  await crashed;
  const next = await context.newPage();
  await openGuide(next);
  await expectCaptured(next, key);
  await expectCodes(next, key);
  await next.getByTestId('enroll-accepted').click();
  await expectState(next, 'done');
});

test('another tab goes on with what this one captured', async ({ context, page, key }) => {
  await openGuide(page);
  await captureFile(page, key);
  const other = await context.newPage();
  await openGuide(other);
  await expectCaptured(other, key);
  await expectCodes(other, key);
});

test('an entry that was left unconfirmed is offered again', async ({ page, key }) => {
  await openGuide(page);
  await captureFile(page, key);
  await page.getByTestId('identity-next').click();
  await expectState(page, 'ready');
  await untilStored(page);
  await page.reload();
  await expectState(page, 'ready');
  const offer = page.getByTestId('resume');
  await expect(offer).toContainText(key.account);
  await offer.getByRole('button').click();
  await expectCaptured(page, key);
  await expectCodes(page, key);
  const app = await openApp(page);
  await expectEntryCodes(entriesOf(app, key), key);
});
