/** Ports of this machine: finds free ones, and waits until one is open. */
import { randomInt } from 'node:crypto';
import { connect, createServer, type Server } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Waits until a port is open. Errors: it is not after three minutes, which three JVMs may need on a busy
 * machine.
 */
export async function waitForPort(port: number): Promise<void> {
  for (let i = 0; i < 1800; i += 1) {
    const isOpen = await new Promise<boolean>((done) => {
      const socket = connect(port, '127.0.0.1', () => done(true)).once('error', () => done(false));
      socket.once('connect', () => socket.destroy());
    });
    if (isOpen) return;
    await sleep(100);
  }
  throw new Error(`Kafka did not open port ${port} within three minutes`);
}

/**
 * Different free ports: all are held open until the last is found. They lie below the range of outgoing
 * connections (Linux: from 32768 on); an outgoing connection could take the port of a broker that is down.
 */
export async function findFreePorts(count: number): Promise<number[]> {
  const servers: Server[] = [];
  while (servers.length < count) {
    const server = createServer();
    const port = randomInt(15_000, 32_000);
    const isFree = await new Promise<boolean>((done) =>
      server.once('error', () => done(false)).listen(port, '127.0.0.1', () => done(true)),
    );
    if (isFree) servers.push(server);
  }
  const ports = servers.map((server) => (server.address() as { port: number }).port);
  await Promise.all(servers.map((server) => new Promise((done) => server.close(done))));
  return ports;
}
