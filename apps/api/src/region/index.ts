export { ensureRegions, readRegions, regionsBelow, type Region } from './regions.js';
