import type { OtpParameters } from '../../lib/otp/parameters.ts';
import { toOtpauthUri } from '../../lib/otp/uri.ts';
import { QrCode } from './QrCode.tsx';

interface Props {
  readonly otp: OtpParameters;
  readonly label: string;
  readonly testId: string;
}

/** An entry as a QR code, as the service first showed it; with what writes its link, it loads on demand. */
export function EntryQrCode({ otp, label, testId }: Props) {
  return <QrCode text={() => toOtpauthUri(otp)} subject={otp} label={label} testId={testId} />;
}
