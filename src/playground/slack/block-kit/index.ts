export { BLOCK_TYPES } from './blocks.js';
export { checkBlocks, checkView, messageSize } from './check.js';
export { fileInputs } from './file-inputs.js';
export type { View } from './views.js';
