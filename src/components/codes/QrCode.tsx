import { useEffect, useRef } from 'preact/hooks';
import { drawQrCode } from './qr-drawing.ts';
import { words } from './words.ts';

interface Props {
  /** Made when it is drawn, as it holds the secret. */
  readonly text: () => string;
  /** Another one is another code to draw. */
  readonly subject: unknown;
  /** Says what the code is, for those who do not see it. */
  readonly label: string;
  readonly testId: string;
}

/** A QR code for a second device; on a canvas, so that no attribute holds the secret. */
export function QrCode({ text, subject, label, testId }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    if (canvas.current !== null) drawQrCode(canvas.current, text());
  }, [subject]);
  return (
    <div class="qr-code">
      <canvas ref={canvas} role="img" aria-label={label} data-testid={testId} />
      <p class="notice" data-tone="wait">
        {words.qrWarning}
      </p>
    </div>
  );
}
