import { measure, type Times } from './measure.ts';

declare global {
  var measureVault: () => Promise<Times>;
}

globalThis.measureVault = measure;
