const SENTENCES = {
  'empty-file': 'This file is empty. Save the picture again, or take a screenshot of the QR code.',
  'file-too-large':
    'This file is larger than 256 MB. Take a screenshot of the QR code and use that instead.',
  'not-a-picture':
    'This file is not a picture that this browser knows. Use a PNG or JPEG picture, or a screenshot of the QR code.',
  'unsupported-picture':
    'This browser cannot open this kind of picture. Save it as PNG or JPEG, or take a screenshot of it.',
  'damaged-picture':
    'This picture is damaged or incomplete. Save it again, or take a screenshot of the QR code.',
  'empty-picture': 'This picture has no pixels. Take a new screenshot of the QR code.',
  'picture-too-large':
    'This picture has more pixels than can be opened safely. Take a screenshot of the QR code and use that instead.',
  'no-canvas':
    'This browser does not let pages read pictures. Type the secret key instead, or use another browser.',
  'worker-failed':
    'The QR reader could not start or stopped. Try again; if it happens again, reload the page or type the secret key.',
  timeout:
    'Reading this picture took too long and was stopped. Crop it to the QR code and try again.',
  closed: 'Reading was stopped because the reader was closed.',
  'insecure-context':
    'Browsers allow this on secure pages only. Open this page with https:// or on localhost.',
  'camera-unsupported':
    'This browser offers pages no camera. Use a picture or a screenshot of the QR code instead.',
  'camera-denied':
    "The camera is not allowed for this page. Allow it in the browser's site settings (and in the system's privacy settings), then try again.",
  'camera-missing':
    'No camera was found. Connect one, or use a picture or a screenshot of the QR code.',
  'camera-busy':
    'The camera is in use by another app or tab, or failed to start. Close what uses it, then try again.',
  'camera-unsuitable': 'The chosen camera is not available in this form. Choose another camera.',
  'camera-ended':
    'The camera was turned off or disconnected. Connect it and start the camera again.',
  'camera-failed':
    'The camera could not be started. Try again, or use a picture or a screenshot of the QR code.',
  'screen-unsupported':
    'This browser cannot capture the screen, as on phones. Take a screenshot and choose or paste it instead.',
  'screen-cancelled': 'No window, tab or screen was chosen.',
  'screen-blocked':
    "The browser or the system does not allow screen capture. Allow it for this browser in the system's privacy settings, or take a screenshot and paste it.",
  'screen-empty':
    'The window that was chosen gave no picture. Bring it to the front and try again, or take a screenshot and paste it.',
  'screen-failed':
    'The screen could not be captured. Try again, or take a screenshot and paste it instead.',
} as const;

/** Everything that can go wrong between a picture and the text in its code. */
export type ScanErrorCode = keyof typeof SENTENCES;

/**
 * A refusal or a failure while scanning. The message is a sentence that says
 * what was found and what to do; it never holds what a code contains.
 */
export class ScanError extends Error {
  readonly code: ScanErrorCode;

  /** @param message A closer sentence than the code's own, where more is known. */
  constructor(code: ScanErrorCode, message: string = SENTENCES[code]) {
    super(message);
    this.name = 'ScanError';
    this.code = code;
  }
}
