import type { Locator } from 'playwright/test';

/** Drags a file from outside the browser over an element and drops it there. */
export async function dropFile(target: Locator, file: string): Promise<void> {
  await target.scrollIntoViewIfNeeded();
  const box = await target.boundingBox();
  if (box === null) throw new Error('The drop target is not shown.');
  const session = await target.page().context().newCDPSession(target.page());
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', {
      type,
      x: box.x + box.width / 2,
      y: box.y + Math.min(box.height, 200) / 2,
      data: { items: [], files: [file], dragOperationsMask: 1 },
    });
  }
  await session.detach();
}
