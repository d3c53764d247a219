import { useEffect, useRef } from 'preact/hooks';
import type { OtpParameters } from '../../../lib/otp/parameters.ts';
import { toOtpauthUri } from '../../../lib/otp/uri.ts';
import { qrModules } from '../../../lib/scan/encode.ts';
import { words } from '../words.ts';

/** White modules around the code, as ISO/IEC 18004 asks for. */
const quietZone = 4;
/** Device pixels to a module: enough for a phone held at arm's length. */
const scale = 5;

/** The entry's QR code, for a second app; on a canvas, so that no attribute holds the secret. */
export function QrCode({ otp }: { readonly otp: OtpParameters }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    if (canvas.current !== null) draw(canvas.current, qrModules(toOtpauthUri(otp)));
  }, [otp]);
  return (
    <div class="qr-code">
      <canvas ref={canvas} role="img" aria-label={words.qrAlt} data-testid="second-app-qr" />
      <p class="notice" data-tone="wait">
        {words.qrWarning}
      </p>
    </div>
  );
}

function draw(canvas: HTMLCanvasElement, modules: readonly (readonly boolean[])[]): void {
  const size = (modules.length + 2 * quietZone) * scale;
  canvas.width = size;
  canvas.height = size;
  const context = canvas.getContext('2d');
  if (context === null) return;
  context.fillStyle = '#fff';
  context.fillRect(0, 0, size, size);
  context.fillStyle = '#000';
  modules.forEach((row, y) => {
    row.forEach((dark, x) => {
      if (dark) context.fillRect((x + quietZone) * scale, (y + quietZone) * scale, scale, scale);
    });
  });
}
