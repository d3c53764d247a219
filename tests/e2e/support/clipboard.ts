import type { Page } from 'playwright/test';

/** A picture file as tests hand it over. */
interface Picture {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** Puts a picture on the clipboard, as taking a screenshot does. */
export async function copyPicture(page: Page, { mimeType, buffer }: Picture): Promise<void> {
  await page.evaluate(
    async ({ type, bytes }) => {
      const picture = new Blob([new Uint8Array(bytes)], { type });
      await navigator.clipboard.write([new ClipboardItem({ [type]: picture })]);
    },
    { type: mimeType, bytes: [...buffer] },
  );
}

/** Dispatches a paste of a picture file, as programs do that put files on the clipboard. */
export async function pasteFile(page: Page, { name, mimeType, buffer }: Picture): Promise<void> {
  await page.evaluate(
    ({ name, type, bytes }) => {
      const clipboardData = new DataTransfer();
      clipboardData.items.add(new File([new Uint8Array(bytes)], name, { type }));
      document.body.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
      );
    },
    { name, type: mimeType, bytes: [...buffer] },
  );
}

/** Puts a text on the clipboard and pastes it with the keyboard into whatever has the focus. */
export async function pasteText(page: Page, text: string): Promise<void> {
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
  await page.keyboard.press('ControlOrMeta+V');
}
