// What comes after a picture or a text was taken, loaded together.
export { Choice } from './Choice.tsx';
export { Taken } from './Taken.tsx';
export { judge } from './verdict.ts';
