/** What the ways to bring in a QR code say: they are there from the start. */
export const words = {
  screen: 'Capture the screen',
  paste: 'Paste',
  file: 'Choose a picture',
  camera: 'Use the camera',
  key: 'Type the secret key',
  drop: 'Or drop a picture anywhere on this page. Pasting works anywhere, too.',
  keyLabel: 'Secret key, or otpauth:// link',
  keySubmit: 'Use this key',
  close: 'Close',
  readingPicture: 'Reading the picture',
  waitingForScreen: 'Choose the window or tab that shows the QR code',
  readingClipboard: 'Reading the clipboard',
  startingCamera: 'Starting the camera',
  cameraReady: 'Hold the QR code in front of the camera. It is read as soon as it is sharp.',
  saving: 'Saving',
  partFailed: 'This part of the page could not be loaded. Check your connection, then try again.',

  clipboardEmpty: 'The clipboard holds neither a picture nor text. Copy the QR code first.',
  clipboardBlocked:
    'The browser did not let this page read the clipboard. Click on the page and press Ctrl+V, or ⌘V on a Mac.',
} as const;
