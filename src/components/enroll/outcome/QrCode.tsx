import { correction, generate } from 'lean-qr/nano';
import { useEffect, useRef } from 'preact/hooks';
import type { OtpParameters } from '../../../lib/otp/parameters.ts';
import { toOtpauthUri } from '../../../lib/otp/uri.ts';
import { words } from './words.ts';

/** Dark on white in either theme, with the white border that ISO/IEC 18004 asks for. */
const look = { on: [0, 0, 0], off: [255, 255, 255], padX: 4, padY: 4 } as const;

/** The entry's QR code, for a second app; on a canvas, so that no attribute holds the secret. */
export function QrCode({ otp }: { readonly otp: OtpParameters }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    if (canvas.current === null) return;
    generate(toOtpauthUri(otp), { minCorrectionLevel: correction.M }).toCanvas(
      canvas.current,
      look,
    );
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
