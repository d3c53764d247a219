import { describe, expect, it } from 'vitest';
import type { Figure } from '../../../src/lib/guides/figure.ts';
import { drawForm, FORM_WIDTH } from '../../../src/lib/guides/form-drawing.ts';

const figure: Figure = {
  id: 'all',
  title: 'Set up device',
  alt: 'Every kind of row.',
  rows: [
    { kind: 'field', label: 'Device name', value: 'phone' },
    { kind: 'field', label: 'Empty' },
    { kind: 'choice' },
    { kind: 'choice', label: 'Authenticator app', chosen: true },
    { kind: 'link', label: 'Show QR code' },
    { kind: 'qr' },
    { kind: 'button', label: 'Next' },
  ],
};

describe('drawForm', () => {
  const { height, shapes } = drawForm(figure);

  it('writes every label and value, and no others', () => {
    expect(shapes.flatMap(({ text }) => (text === undefined ? [] : [text]))).toEqual([
      'Set up device',
      'Device name',
      'phone',
      'Empty',
      'Authenticator app',
      'Show QR code',
      'Next',
    ]);
  });

  it('stays within its frame', () => {
    for (const { element, ...shape } of shapes) {
      if (element !== 'rect') continue;
      expect(Number(shape.x) + Number(shape.width)).toBeLessThanOrEqual(FORM_WIDTH);
      expect(Number(shape.y) + Number(shape.height)).toBeLessThanOrEqual(height);
    }
  });

  it('sets rows below one another', () => {
    const rows = shapes
      .filter(({ class: name }) => /^(label|link|on-ink)/.test(name))
      .map(({ y }) => Number(y));
    expect(rows).toEqual(rows.toSorted((a, b) => a - b));
    expect(new Set(rows).size).toBe(rows.length);
  });

  it('colors by class alone, so that no inline style is needed', () => {
    expect(shapes.every((shape) => !('style' in shape) && !('fill' in shape))).toBe(true);
  });
});
