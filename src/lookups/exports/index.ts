export { readExportedLog } from './read.js';
