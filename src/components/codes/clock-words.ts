const sides = (ahead: boolean): string => (ahead ? 'ahead of' : 'behind');

/** What is said about this device's clock beside codes. */
export const words = {
  off: (seconds: number, ahead: boolean, uncertainty: number) =>
    `This device’s clock is ${seconds} s ${sides(ahead)} our server’s (give or take ${uncertainty} s), so the codes may be refused. Set its time to automatic, or make codes by our server’s time.`,
  corrected: (seconds: number, ahead: boolean, uncertainty: number) =>
    `Codes are made by our server’s time, because this device’s clock is ${seconds} s ${sides(ahead)} it (give or take ${uncertainty} s).`,
  compared: (moment: number) =>
    `Compared on ${new Date(moment).toLocaleString('en', { dateStyle: 'medium', timeStyle: 'short' })}.`,
  useServer: 'Use our server’s time',
  useDevice: 'Use this device’s clock',
} as const;
