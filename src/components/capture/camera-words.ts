import type { FrameTrouble } from '../../lib/scan/frame-advice.ts';

/** What the camera's view says. */
export const cameraWords = {
  camera: 'Camera',
  cameraNumber: (number: string) => `Camera ${number}`,
  torch: 'Light',
  zoom: 'Zoom',
  troubles: {
    dark: 'It is too dark to read. Switch on a light, or turn the screen brighter.',
    far: 'The code is too small. Hold the camera closer.',
    blurred:
      'The picture is not sharp. Hold still, and a little further away so that the camera can focus.',
    unclear:
      'There is a code, but it cannot be read. Hold it straight and whole in the frame, without glare.',
    'no-code': 'No code in sight yet. Hold the whole code with its white border in the frame.',
  } satisfies Record<FrameTrouble, string>,
} as const;
