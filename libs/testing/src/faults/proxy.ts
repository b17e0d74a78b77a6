/**
 * A TCP proxy between two processes of this machine, whose connections can be cut, delayed, half-closed,
 * stranded (closed on one side only), and made dark.
 */
import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

interface Connection {
  readonly near: Socket;
  readonly far: Socket;
}

/**
 * Sends a reset at once. `resetAndDestroy` first shuts the connection down in order. If it fails in the middle
 * of that, as when its other end is killed, it keeps its handle for ever, and Node.js 20 does not end. A
 * connection that is being shut down cannot be reset any more.
 */
function reset(socket: Socket): void {
  const isShuttingDown = socket.writableEnded && !socket.writableFinished;
  if (!isShuttingDown) Object.assign(socket, { resetAndClosing: true });
  socket.destroy();
}

/** Resolves when a socket takes more, or is gone; leaves no listener behind. */
async function drained(socket: Socket): Promise<void> {
  const heard = new AbortController();
  const { signal } = heard;
  await Promise.race([once(socket, 'drain', { signal }), once(socket, 'close', { signal })]).finally(() =>
    heard.abort(),
  );
}

/** Listens on a port of its own and passes everything on to `target`, in both directions. */
export class Proxy {
  /** Milliseconds that each packet waits. */
  delayMs = 0;
  /** What a packet must hold to be delayed; everything does when it is empty. */
  delayOnly = '';
  private readonly connections = new Set<Connection>();
  private readonly dark = new Set<Connection>();
  private readonly stranded = new Set<Socket>();

  private constructor(
    private readonly server: Server,
    /** Port on 127.0.0.1 that is passed on to; may change while connections stand. */
    public target: number,
  ) {}

  static async open(target: number): Promise<Proxy> {
    const server = createServer({ allowHalfOpen: true, noDelay: true });
    const proxy = new Proxy(server, target);
    server.on('connection', (near) => proxy.accept(near));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return proxy;
  }

  get port(): number {
    return (this.server.address() as { port: number }).port;
  }

  /** Whether a connection that the target sees coming from this port is one of ours. */
  has(port: number): boolean {
    return [...this.connections].some(({ far }) => far.localPort === port);
  }

  /** Resets every connection on both sides. */
  cut(): void {
    for (const { near, far } of this.connections) {
      reset(near);
      reset(far);
    }
  }

  /** Ends one direction of every connection; what comes the other way is still passed on. */
  halfClose(direction: 'to-target' | 'from-target'): void {
    for (const { near, far } of this.connections) (direction === 'to-target' ? far : near).end();
  }

  /** Closes every connection to the target; the client of each notices nothing until `release`. */
  strand(): void {
    for (const { near, far } of this.connections) {
      this.stranded.add(near);
      reset(far);
    }
  }

  /**
   * Every connection stays open on both sides, and nothing comes through it any more: no byte, no end, no
   * reset.
   * Connections that are made afterwards work.
   */
  darken(): void {
    for (const connection of this.connections) this.dark.add(connection);
    this.connections.clear();
  }

  /** Closes the dark connections to the target; their clients never notice. */
  forgetDark(): void {
    for (const { far } of this.dark) reset(far);
  }

  /** Ends what was stranded. */
  release(): void {
    for (const near of this.stranded) reset(near);
    this.stranded.clear();
  }

  async close(): Promise<void> {
    this.cut();
    this.release();
    for (const { near, far } of this.dark) [near, far].forEach(reset);
    await new Promise((done) => this.server.close(done));
  }

  private accept(near: Socket): void {
    const far = connect({ port: this.target, host: '127.0.0.1', allowHalfOpen: true, noDelay: true });
    const connection = { near, far };
    this.connections.add(connection);
    const drop = () => {
      if (this.dark.has(connection)) return;
      this.connections.delete(connection);
      far.destroy();
      if (!this.stranded.has(near)) near.destroy();
    };
    for (const socket of [near, far]) socket.on('error', drop).on('close', drop);
    const isDark = () => this.dark.has(connection);
    void this.pass(near, far, isDark);
    void this.pass(far, near, isDark);
  }

  /** Passes data on until one side ends or is gone; data on a dark connection are read and dropped. */
  private async pass(from: Socket, to: Socket, isDark: () => boolean): Promise<void> {
    try {
      for await (const chunk of from.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
        if (this.delayMs > 0 && chunk.includes(this.delayOnly)) await sleep(this.delayMs);
        if (isDark()) continue;
        if (to.writable && !to.write(chunk)) await drained(to);
      }
      if (!isDark()) to.end();
    } catch {
      // A connection that broke is dropped by its own listener.
    }
  }
}
