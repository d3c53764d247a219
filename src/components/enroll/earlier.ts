/** One chunk for what shows earlier entries; loaded where there are any. */
export { IdentityList } from './IdentityList.tsx';
export { Resume } from './Resume.tsx';
