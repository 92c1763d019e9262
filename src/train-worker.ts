import { parentPort, workerData } from 'node:worker_threads';
import { type LabelledText, learn } from './understanding/index.js';

// Only `model-store.ts` starts this file, with the examples as `workerData`.
parentPort?.postMessage(learn(workerData as readonly LabelledText[]));
