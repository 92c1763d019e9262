import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import * as z from 'zod';
import type { Clock } from './clock.js';
import { ACK_WITHIN, type Outcome, type Transport } from './delivery.js';
import type { Json } from './objects.js';

/** Reasons Slack gives when it asks a client to reconnect. */
export type DisconnectReason = 'warning' | 'refresh_requested' | 'link_disabled' | 'too_many_websockets';

/** The Socket Mode end of the playground. */
interface SocketMode extends Transport {
  /** A one-use ticket for a WebSocket address, good for 30 s. */
  ticket(): string;
  /** Takes over an HTTP upgrade; refuses it without a valid ticket. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Asks every connected client to reconnect, as Slack does when it recycles a container. */
  disconnect(reason: DisconnectReason): void;
  /** Called with the new state whenever the first client comes or the last one goes. */
  onConnected(listener: (connected: boolean) => void): void;
}

const MAX_CONNECTIONS = 10;
const PING_EVERY = 10_000;
const TICKET_TTL = 30_000;

const ackSchema = z.object({ envelope_id: z.string(), payload: z.unknown().optional() });

const parseAck = (data: string): z.infer<typeof ackSchema> | undefined => {
  try {
    const parsed = ackSchema.safeParse(JSON.parse(data));
    return parsed.success ? parsed.data : undefined;
  } catch {
    // Slack ignores what is no acknowledgement; so does the stand-in.
    return undefined;
  }
};

/** Opens the Socket Mode end. `uuid` mints envelope ids and tickets. */
export const createSocketMode = (clock: Clock, uuid: () => string, appId: string): SocketMode => {
  const server = new WebSocketServer({ noServer: true, maxPayload: 1_000_000 });
  const tickets = new Map<string, number>();
  const sockets = new Set<WebSocket>();
  const pending = new Map<string, { settle(outcome: Outcome): void; acceptsResponse: boolean }>();
  const listeners: ((connected: boolean) => void)[] = [];
  let turn = 0;

  const debugInfo = { host: 'applink-playground', build_number: 1, approximate_connection_time: 18_060 };
  const say = (socket: WebSocket, message: Json): void => {
    if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(message));
  };
  const live = (): readonly WebSocket[] => [...sockets].filter((socket) => socket.readyState === socket.OPEN);

  const welcome = (socket: WebSocket): void => {
    if (sockets.size >= MAX_CONNECTIONS) {
      say(socket, { type: 'disconnect', reason: 'too_many_websockets', debug_info: debugInfo });
      socket.close(1008);
      return;
    }
    sockets.add(socket);
    let stopPing = (): void => undefined;
    const ping = (): void => {
      if (socket.readyState === socket.OPEN) socket.ping('Ping from the playground');
      stopPing = clock.after(PING_EVERY, ping);
    };
    stopPing = clock.after(PING_EVERY, ping);
    socket.on('message', (data) => {
      const ack = parseAck(data.toString());
      if (ack === undefined) return;
      const waiting = pending.get(ack.envelope_id);
      waiting?.settle({
        acknowledged: true,
        ...(waiting.acceptsResponse && ack.payload !== undefined ? { response: ack.payload } : {}),
      });
    });
    socket.on('error', () => socket.terminate());
    socket.on('close', () => {
      stopPing();
      sockets.delete(socket);
      if (sockets.size === 0) for (const listener of listeners) listener(false);
    });
    say(socket, {
      type: 'hello',
      num_connections: sockets.size,
      debug_info: debugInfo,
      connection_info: { app_id: appId },
    });
    if (sockets.size === 1) for (const listener of listeners) listener(true);
  };

  return {
    connected: () => live().length > 0,
    onConnected: (listener) => {
      listeners.push(listener);
    },
    ticket() {
      for (const [old, expires] of tickets) if (expires <= clock.now()) tickets.delete(old);
      const ticket = uuid();
      tickets.set(ticket, clock.now() + TICKET_TTL);
      return ticket;
    },
    upgrade(request, socket, head) {
      const ticket = new URL(request.url ?? '/', 'ws://127.0.0.1').searchParams.get('ticket') ?? '';
      const expires = tickets.get(ticket);
      tickets.delete(ticket);
      if (expires === undefined || expires <= clock.now()) {
        socket.end('HTTP/1.1 401 Unauthorized\r\nConnection: close\r\n\r\n');
        return;
      }
      server.handleUpgrade(request, socket, head, welcome);
    },
    send(request) {
      const open = live();
      const socket = open[turn % Math.max(open.length, 1)];
      turn += 1;
      if (socket === undefined) return Promise.resolve({ acknowledged: false, reason: 'undelivered' });
      const id = uuid();
      return new Promise<Outcome>((resolve) => {
        const settle = (outcome: Outcome): void => {
          pending.delete(id);
          cancel();
          resolve(outcome);
        };
        const cancel = clock.after(ACK_WITHIN, () => settle({ acknowledged: false, reason: 'timeout' }));
        pending.set(id, { settle, acceptsResponse: request.acceptsResponse });
        say(socket, {
          envelope_id: id,
          payload: request.payload,
          type: request.kind,
          accepts_response_payload: request.acceptsResponse,
          ...(request.kind === 'events_api'
            ? { retry_attempt: request.retry?.attempt ?? 0, retry_reason: request.retry?.reason ?? '' }
            : {}),
        });
      });
    },
    disconnect(reason) {
      for (const socket of live()) say(socket, { type: 'disconnect', reason, debug_info: debugInfo });
    },
    async close() {
      for (const waiting of [...pending.values()]) waiting.settle({ acknowledged: false, reason: 'undelivered' });
      for (const socket of sockets) socket.close(1001);
      // A client that does not answer the close handshake must not hold up the end of a test.
      for (const socket of sockets) socket.terminate();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
};
