/** How many connections there may be, and which of them make room when there is none. */
import type { Server } from 'node:http';
import type { Socket } from 'node:net';

export interface ConnectionLimits {
  readonly atMost: number;
  /** From so many on there is made room. */
  readonly crowdedAt: number;
  /** It is looked this often; a connection is let alone for that long. */
  readonly lookEveryMs: number;
}

/** A connection as Node's own server knows it: with the answer that is under way. */
export type ServedSocket = Socket & { readonly _httpMessage?: { readonly headersSent: boolean } | null };

/**
 * Holds a server to so many connections. When they become many, those on which nobody waits for an answer are closed:
 * they wait for the client's next request, or for the first, which may never come. Readers of streams stay.
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
