export { readExportedLog } from './read.js';
export { tellsReason } from './told-reason.js';
