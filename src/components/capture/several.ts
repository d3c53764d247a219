// What it takes where one picture brings several entries, loaded together.
export { Choice } from './Choice.tsx';
export { judgeExports } from './exports.ts';
