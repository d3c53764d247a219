import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { appleTouchIcon, iconPicture, icons } from '../../../src/lib/install/icon.ts';
import { webManifest } from '../../../src/lib/install/manifest.ts';

describe('the icons', () => {
  it.each(Object.entries(icons))(
    '%s has the size that the manifest names',
    async (name, drawing) => {
      const { width, height, format } = await sharp(await iconPicture(drawing)).metadata();
      expect({ width, height, format }).toEqual({
        width: drawing.size,
        height: drawing.size,
        format: 'png',
      });
      const named = [...webManifest.icons, ...webManifest.shortcuts.flatMap((each) => each.icons)];
      const sizes = named
        .filter(({ src }) => src === `/icons/${name}.png`)
        .map((each) => each.sizes);
      expect(new Set(sizes)).toEqual(new Set([`${drawing.size}x${drawing.size}`]));
    },
  );

  it.each([icons['maskable-512'], appleTouchIcon])(
    'fill the whole square where platforms cut, with all dots within the safe circle',
    async (drawing) => {
      const { data, info } = await pixels(drawing);
      const center = (info.width - 1) / 2;
      let dots = 0;
      let farthest = 0;
      let clear = 0;
      for (let at = 0; at < data.length; at += 4) {
        if (data[at + 3] !== 255) clear += 1;
        if ((data[at] ?? 0) < 0x80) continue;
        dots += 1;
        const x = (at / 4) % info.width;
        const y = Math.floor(at / 4 / info.width);
        farthest = Math.max(farthest, Math.hypot(x - center, y - center));
      }
      expect(clear).toBe(0);
      expect(farthest).toBeLessThan(0.4 * info.width);
      expect(dots).toBeGreaterThan(0.08 * info.width ** 2);
    },
  );

  it('are dots on nothing where the platform chooses the color', async () => {
    const { data } = await pixels(icons['monochrome-512']);
    const alphas = data.filter((_, index) => index % 4 === 3);
    const solid = alphas.filter((alpha) => alpha === 255).length / alphas.length;
    expect(solid).toBeGreaterThan(0.08);
    expect(solid).toBeLessThan(0.2);
  });
});

describe('the manifest', () => {
  it('has what installing and sharing need', () => {
    const purposes = new Set(webManifest.icons.map(({ purpose }) => purpose));
    expect(purposes).toEqual(new Set(['any', 'maskable', 'monochrome']));
    expect(webManifest.start_url.startsWith(webManifest.scope)).toBe(true);
    expect(webManifest.share_target).toMatchObject({
      method: 'POST',
      enctype: 'multipart/form-data',
    });
  });
});

async function pixels(drawing: Parameters<typeof iconPicture>[0]) {
  const picture = sharp(await iconPicture(drawing));
  return picture.ensureAlpha().raw().toBuffer({ resolveWithObject: true });
}
