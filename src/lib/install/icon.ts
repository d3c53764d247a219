import sharp from 'sharp';

/** What an icon is drawn for. */
interface Drawing {
  /** Width and height in pixels. */
  readonly size: number;
  readonly shape: 'rounded' | 'full' | 'dots';
}

/**
 * Every icon, by its name in `/icons/` without `.png`. The dots lie within the circle of 40 %
 * of the width that no platform cuts from a maskable icon,
 * https://www.w3.org/TR/appmanifest/#icon-masks
 */
export const icons = {
  'icon-192': { size: 192, shape: 'rounded' },
  'icon-512': { size: 512, shape: 'rounded' },
  'maskable-512': { size: 512, shape: 'full' },
  'monochrome-512': { size: 512, shape: 'dots' },
  'shortcut-96': { size: 96, shape: 'rounded' },
} as const satisfies Readonly<Record<string, Drawing>>;

/** For the Home Screen of iOS, which rounds the corners itself and looks for it at the root. */
export const appleTouchIcon: Drawing = { size: 180, shape: 'full' };

const color = { ground: '#2746b0', dot: '#fff', last: '#9db4ff' } as const;

/** The site's mark, six dots for six digits, as SVG; the same as in `favicon.svg`. */
export function iconSvg(shape: Drawing['shape']): string {
  const corner = shape === 'rounded' ? 7 : 0;
  const ground = `<rect width="32" height="32" rx="${corner}" fill="${color.ground}"/>`;
  const dots = [11, 21].flatMap((y) => [8, 16, 24].map((x) => ({ x, y })));
  const circles = dots.map(({ x, y }, index) => {
    const fill = index === dots.length - 1 && shape !== 'dots' ? color.last : color.dot;
    return `<circle cx="${x}" cy="${y}" r="2.5" fill="${fill}"/>`;
  });
  const drawn = [shape === 'dots' ? '' : ground, ...circles].join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">${drawn}</svg>`;
}

/** An icon as PNG. */
export async function iconPicture({ size, shape }: Drawing): Promise<Buffer> {
  const svg = Buffer.from(iconSvg(shape));
  return sharp(svg, { density: (72 * size) / 32 })
    .resize(size, size)
    .png({ compressionLevel: 9 })
    .toBuffer();
}
