/** The picture of one code being made. */
export const codeMaking = {
  secret: 'The secret',
  secretText:
    'What the QR code holds, here as text. This one is an example from the standard and opens nothing.',
  time: 'The time',
  timeText: 'The half minutes since the beginning of 1970, counted. The same everywhere on Earth.',
  mix: 'Mixed',
  mixText:
    'Both go into HMAC-SHA-1, which gives 20 bytes. Without the secret they cannot be guessed; from them the secret cannot be found. The last half byte says where to take four of them: these are marked.',
  take: 'Four bytes as a number',
  takeText: 'Their first bit is dropped, so that the number has no sign.',
  digits: 'The last six digits',
  digitsText: 'That is the code. The service does the same, and compares.',
  example: 'An example for second 59 of 1970. With scripts, this picture shows the code of now.',
  left: (seconds: number) => `The code of now, for ${seconds} more s.`,
} as const;
