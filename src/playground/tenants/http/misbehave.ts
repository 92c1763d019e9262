import type { ServerResponse } from 'node:http';
import type { Clock } from '../../slack/clock.js';
import type { Fault } from './faults.js';
import { forbidden, tooManyRequests } from './own-words.js';

/** Resolves after `ms` of the clock, or when the client has gone. */
const wait = (clock: Clock, ms: number, outgoing: ServerResponse): Promise<void> =>
  new Promise((resolve) => {
    const takeBack = clock.after(ms, resolve);
    outgoing.once('close', () => {
      takeBack();
      resolve();
    });
  });

const gone = (outgoing: ServerResponse): Promise<void> =>
  new Promise((resolve) => outgoing.once('close', () => resolve()));

/** A body of spaces, made only as fast as it is read. */
const filler = (bytes: number): ReadableStream<Uint8Array> => {
  const block = new Uint8Array(65_536).fill(0x20);
  let left = bytes;
  return new ReadableStream({
    pull(controller) {
      if (left <= 0) return controller.close();
      controller.enqueue(left < block.length ? block.subarray(0, left) : block);
      left -= block.length;
    },
  });
};

/** Answers a request as the fault says. `answer` is what a healthy system would say. */
export const misbehave = async (
  fault: Fault,
  clock: Clock,
  outgoing: ServerResponse,
  answer: () => Promise<Response>,
): Promise<Response> => {
  switch (fault.kind) {
    case 'down':
      outgoing.socket?.destroy();
      return new Response(null);
    case 'slow':
      await wait(clock, fault.ms, outgoing);
      return answer();
    case 'silent':
      await gone(outgoing);
      return new Response(null);
    case 'rate-limited':
      return tooManyRequests[fault.system](Math.ceil(clock.now() / 1_000) + fault.seconds);
    case 'forbidden':
      return forbidden[fault.system]();
    case 'status':
      return new Response(fault.body, { status: fault.status, headers: { 'Content-Type': fault.contentType } });
    case 'html':
      return new Response('<!doctype html><title>Sign in to the network</title><h1>Proxy</h1>', {
        headers: { 'Content-Type': 'text/html; charset=utf-8' },
      });
    case 'truncated': {
      const whole = await (await answer()).text();
      return new Response(whole.slice(0, Math.floor(whole.length / 2)), {
        headers: { 'Content-Type': 'application/json' },
      });
    }
    case 'redirect':
      return new Response(null, { status: 302, headers: { Location: fault.to } });
    case 'huge':
      return new Response(filler(fault.bytes), { headers: { 'Content-Type': 'application/json' } });
    case 'clock-off':
      return answer();
  }
};
