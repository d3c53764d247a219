/** One chunk for what follows the service's answer: the panels share most of their words. */
export { DonePanel } from './DonePanel.tsx';
export { RefusedPanel } from './RefusedPanel.tsx';
