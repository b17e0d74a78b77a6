/** Limits how many connections there may be, and closes unused ones when they become many. */
import type { Server } from 'node:http';
import type { Socket } from 'node:net';

export interface ConnectionLimits {
  readonly atMost: number;
  /** From this many connections on, unused ones are closed. */
  readonly crowdedAt: number;
  /** How often connections are looked at; one that is younger than this stays. */
  readonly lookEveryMs: number;
}

/** A connection as Node's own server knows it: with the answer that is under way. */
export type ServedSocket = Socket & { readonly _httpMessage?: { readonly headersSent: boolean } | null };

/**
 * Limits the connections of a server. When they become many, those without a request under way are closed: they
 * wait for a first or next request, which may never come. Connections of event streams stay.
 */
export function limitConnections(server: Server, { atMost, crowdedAt, lookEveryMs }: ConnectionLimits): void {
  const since = new Map<ServedSocket, number>();
  const makeRoom = () => {
    if (since.size < crowdedAt) return;
    const before = performance.now() - lookEveryMs;
    for (const [socket, openedAt] of since) if (openedAt <= before && !socket._httpMessage) socket.destroy();
  };
  server.maxConnections = atMost;
  server.on('connection', (socket: Socket) => {
    since.set(socket, performance.now());
    socket.once('close', () => since.delete(socket));
  });
  const looking = setInterval(makeRoom, lookEveryMs).unref();
  server.once('close', () => clearInterval(looking));
}
