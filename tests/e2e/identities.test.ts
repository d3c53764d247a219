import { entriesOf, openApp } from './support/app.ts';
import { passing, someStep, stopClock } from './support/clock.ts';
import {
  captureFile,
  chooseIdentity,
  companion,
  expectCodes,
  expectState,
  openGuide,
} from './support/companion.ts';
import { freshKey } from './support/key.ts';
import { expect, test } from './support/test.ts';

test('no identity is chosen in advance', async ({ page }) => {
  await openGuide(page);
  const chooser = page.getByTestId('identity');
  await expect(chooser.getByRole('radio')).toHaveCount(2);
  await expect(chooser.getByRole('radio', { checked: true })).toHaveCount(0);
});

test('the entry of the root user says so', async ({ page, key }) => {
  await openGuide(page);
  await chooseIdentity(page);
  await captureFile(page, key);
  const app = await openApp(page);
  await expect(entriesOf(app, key)).toContainText('Root user');
});

test('the entry of an IAM user has the name', async ({ page, key }) => {
  await openGuide(page);
  await chooseIdentity(page, 'alice');
  await captureFile(page, key);
  const app = await openApp(page);
  await expect(entriesOf(app, key)).toContainText('IAM user alice');
});

test('without an identity the codes show first, and the choice is asked for then', async ({
  page,
  key,
}) => {
  await openGuide(page);
  await captureFile(page, key);
  await expectCodes(page, key);
  await expect(page.getByTestId('identity')).toBeVisible();
  await chooseIdentity(page, 'bob');
  await expectCodes(page, key);
  const app = await openApp(page);
  await expect(entriesOf(app, key)).toHaveCount(1);
  await expect(entriesOf(app, key)).toContainText('IAM user bob');
});

test('a wrong identity can be put right while the codes show', async ({ page, key }) => {
  await openGuide(page);
  await chooseIdentity(page);
  await captureFile(page, key);
  await chooseIdentity(page, 'carol');
  await expect(companion(page)).toContainText('IAM user carol');
  const app = await openApp(page);
  await expect(entriesOf(app, key)).toHaveCount(1);
  await expect(entriesOf(app, key)).toContainText('IAM user carol');
  await expect(entriesOf(app, key)).not.toContainText('Root user');
});

test('without an identity the codes can be accepted', async ({ page, key }) => {
  await openGuide(page);
  await captureFile(page, key);
  await page.getByTestId('enroll-accepted').click();
  await expectState(page, 'done');
  const app = await openApp(page);
  await expect(entriesOf(app, key)).toHaveAttribute('data-status', 'active');
});

test('the next identity is one click away, with those that are done in view', async ({ page }) => {
  const done: string[] = [];
  await openGuide(page);
  for (const name of [undefined, 'alice', 'bob']) {
    const key = freshKey();
    await chooseIdentity(page, name);
    await captureFile(page, key);
    await expectCodes(page, key);
    await page.getByTestId('enroll-accepted').click();
    await expectState(page, 'done');
    done.push(key.account);
    await page.getByTestId('identity-next').click();
    await expectState(page, 'ready');
    await expect(page.getByTestId('identity').getByRole('radio', { checked: true })).toHaveCount(0);
    for (const account of done) await expect(companion(page)).toContainText(account);
  }
  const app = await openApp(page);
  await expect(app.locator('[data-testid="vault-entry"][data-status="active"]')).toHaveCount(3);
});

test('going on before a verdict keeps the entry as not confirmed', async ({ page, key }) => {
  await openGuide(page);
  await chooseIdentity(page);
  await captureFile(page, key);
  await page.getByTestId('identity-next').click();
  await expectState(page, 'ready');
  await expect(companion(page)).toContainText(key.account);
  const app = await openApp(page);
  await expect(entriesOf(app, key)).toHaveAttribute('data-status', 'pending');
});

test('a name that is being typed survives the start of the pair', async ({ page, key }) => {
  const start = someStep();
  await page.clock.install({ time: start + 15_000 });
  await openGuide(page);
  await page.getByTestId('capture-key').click();
  await page.getByTestId('key-input').fill(key.link);
  await stopClock(page, start + 28_000);
  await page.getByTestId('key-submit').click();
  await passing(page, () => expectState(page, ['captured'], { timeout: 100 }));
  await page.getByTestId('identity').getByRole('radio').last().check();
  const field = page.getByTestId('identity').getByRole('textbox');
  await field.pressSequentially('ali');
  await page.clock.runFor(3_000);
  await passing(page, () => expectState(page, ['enrolling'], { timeout: 100 }));
  await field.pressSequentially('ce');
  await expect(field).toHaveValue('alice');
});
