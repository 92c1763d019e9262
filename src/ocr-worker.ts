import { parentPort } from 'node:worker_threads';
import { openEngine } from './ocr/engine.js';

// Only `picture-reader.ts` starts this file. Once the engine is open, each picture in gives its text out. What throws ends
// the thread: the reader opens another.
const engine = await openEngine();
parentPort?.postMessage({ isOpen: true });
parentPort?.on('message', (picture: Uint8Array) => parentPort?.postMessage({ text: engine.read(picture) }));
