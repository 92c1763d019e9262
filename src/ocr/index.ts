export { createPictureReader, type PictureReader } from './reader.js';
