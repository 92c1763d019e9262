export { BLOCK_TYPES } from './blocks.js';
export { checkBlocks, checkView, messageSize } from './check.js';
export type { View } from './views.js';
