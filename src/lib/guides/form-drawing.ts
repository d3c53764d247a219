import type { Figure, FigureRow } from './figure.ts';

/** Width of every drawing, in its own units; 1 unit is 1 CSS pixel at full size. */
export const FORM_WIDTH = 360;

const MARGIN = 20;
const INNER = FORM_WIDTH - 2 * MARGIN;
const TITLE_HEIGHT = 44;

/** One SVG element with its attributes; `class` decides how it looks. */
export interface Shape {
  readonly element: 'rect' | 'circle' | 'path' | 'text';
  readonly class: string;
  readonly text?: string;
  readonly [attribute: string]: string | number | undefined;
}

/** Draws the page of a service as a simple form, row under row. */
export function drawForm(figure: Figure): { height: number; shapes: Shape[] } {
  const shapes: Shape[] = [
    text('title', MARGIN, 29, figure.title),
    { element: 'path', class: 'rule', d: `M0 ${TITLE_HEIGHT}h${FORM_WIDTH}` },
  ];
  let y = TITLE_HEIGHT + 14;
  for (const row of figure.rows) {
    const drawn = drawRow(row, y);
    shapes.push(...drawn.shapes);
    y += drawn.height;
  }
  const height = y + 4;
  const frame = rect('frame', 0.5, 0.5, FORM_WIDTH - 1, height - 1);
  return { height, shapes: [frame, ...shapes] };
}

function drawRow(row: FigureRow, y: number): { height: number; shapes: Shape[] } {
  switch (row.kind) {
    case 'field':
      return {
        height: 66,
        shapes: [
          text('label', MARGIN, y + 13, row.label),
          rect('box', MARGIN, y + 21, INNER, 32),
          ...(row.value === undefined ? [] : [text('value', MARGIN + 12, y + 42, row.value)]),
        ],
      };
    case 'choice':
      return {
        height: 30,
        shapes: [
          { element: 'circle', class: 'box', cx: MARGIN + 8, cy: y + 10, r: 7.5 },
          ...(row.chosen === true
            ? [{ element: 'circle', class: 'ink', cx: MARGIN + 8, cy: y + 10, r: 4 } as const]
            : []),
          row.label === undefined
            ? rect('bar', MARGIN + 26, y + 6, 120, 8)
            : text('label', MARGIN + 26, y + 15, row.label),
        ],
      };
    case 'link':
      return { height: 30, shapes: [text('link', MARGIN, y + 14, row.label)] };
    case 'qr':
      return { height: 104, shapes: drawCode(MARGIN, y) };
    case 'button': {
      // The font is the reader's own: room for the widest of the usual ones.
      const width = row.label.length * 8 + 32;
      const x = FORM_WIDTH - MARGIN - width;
      return {
        height: 50,
        shapes: [
          rect('ink', x, y + 4, width, 32),
          text('on-ink middle', x + width / 2, y + 25, row.label),
        ],
      };
    }
  }
}

/** Something that looks like a QR code and cannot be read as one. */
function drawCode(x: number, y: number): Shape[] {
  const finder = (dx: number, dy: number): string =>
    `M${x + dx} ${y + dy}h24v24h-24zm4 4v16h16v-16zm4 4h8v8h-8z`;
  const dots = `M${x + 36} ${y + 8}v76M${x + 46} ${y + 6}v78M${x + 56} ${y + 36}v48M${x + 66} ${y + 36}v48M${x + 78} ${y + 36}v48`;
  return [
    rect('box', x - 0.5, y - 0.5, 92, 92),
    {
      element: 'path',
      class: 'ink',
      'fill-rule': 'evenodd',
      d: finder(6, 6) + finder(61, 6) + finder(6, 61),
    },
    { element: 'path', class: 'dots', d: dots },
  ];
}

function text(className: string, x: number, y: number, content: string): Shape {
  return { element: 'text', class: className, x, y, text: content };
}

function rect(className: string, x: number, y: number, width: number, height: number): Shape {
  return { element: 'rect', class: className, x, y, width, height };
}
