/** The settings of one broker: where it listens, how many copies it keeps, and which clients it accepts. */
import { join } from 'node:path';

/** Clients connect by TLS and log in by SASL: PLAIN, SCRAM-SHA-256 or SCRAM-SHA-512. */
export interface BrokerSecurity {
  /**
   * Paths of PEM files: key and certificate of the broker, and the authority that signs certificates of
   * clients.
   */
  readonly keyAndCertificate: string;
  readonly authority: string;
  /** Whether clients must show a certificate too. */
  readonly clientCertificates: boolean;
  readonly users: Readonly<Record<string, string>>;
}

/** One broker among those that are started together. */
export interface Member {
  readonly id: number;
  readonly port: number;
  readonly controllerPort: number;
  readonly proxied?: { readonly port: number; readonly advertised: number };
}

/** The content of server.properties. */
export function toSettings(
  folder: string,
  members: readonly Member[],
  { id, port, controllerPort, proxied }: Member,
  security: BrokerSecurity | undefined,
): string {
  const replication = members.length;
  const protocol = security ? 'SASL_SSL' : 'PLAINTEXT';
  const settings: Record<string, string | number | boolean> = {
    'process.roles': 'broker,controller',
    'node.id': id,
    'controller.quorum.voters': members.map((m) => `${m.id}@127.0.0.1:${m.controllerPort}`).join(','),
    listeners: `${protocol}://127.0.0.1:${port},CONTROLLER://127.0.0.1:${controllerPort}`,
    'advertised.listeners': `${protocol}://127.0.0.1:${port}`,
    'controller.listener.names': 'CONTROLLER',
    'log.dirs': join(folder, 'data'),
    'auto.create.topics.enable': false,
    'group.initial.rebalance.delay.ms': 0,
    'group.min.session.timeout.ms': 1000,
    'offsets.topic.replication.factor': replication,
    'offsets.topic.num.partitions': 4,
    'transaction.state.log.replication.factor': replication,
    'transaction.state.log.min.isr': Math.min(2, replication),
    'transaction.state.log.num.partitions': 4,
    'num.network.threads': 2,
    'num.io.threads': 2,
    'broker.session.timeout.ms': 4000,
    'replica.lag.time.max.ms': 5000,
    'controlled.shutdown.enable': false,
    ...(security ? toSecuritySettings(security) : {}),
  };
  if (proxied) {
    settings['listeners'] += `,PROXIED://127.0.0.1:${proxied.port}`;
    settings['advertised.listeners'] += `,PROXIED://127.0.0.1:${proxied.advertised}`;
    settings['listener.security.protocol.map'] = 'PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT,PROXIED:PLAINTEXT';
  }
  return Object.entries(settings)
    .map(([name, value]) => `${name}=${value}\n`)
    .join('');
}

const scram = ['SCRAM-SHA-256', 'SCRAM-SHA-512'];

/** The users are the same for every mechanism; PLAIN has them in its settings, SCRAM in the cluster's metadata. */
export const toScramUsers = (security: BrokerSecurity | undefined): string[] =>
  Object.entries(security?.users ?? {}).flatMap(([name, password]) =>
    scram.flatMap((mechanism) => ['--add-scram', `${mechanism}=[name=${name},password=${password}]`]),
  );

function toSecuritySettings(security: BrokerSecurity): Record<string, string> {
  const users = Object.entries(security.users);
  const [[name, password] = ['', '']] = users;
  const plain = [
    `org.apache.kafka.common.security.plain.PlainLoginModule required username="${name}" password="${password}"`,
    ...users.map(([user, secret]) => `user_${user}="${secret}"`),
  ].join(' ');
  const jaas = (mechanism: string) => `listener.name.sasl_ssl.${mechanism.toLowerCase()}.sasl.jaas.config`;
  return {
    'listener.security.protocol.map': 'CONTROLLER:PLAINTEXT,SASL_SSL:SASL_SSL',
    'inter.broker.listener.name': 'SASL_SSL',
    'sasl.mechanism.inter.broker.protocol': 'PLAIN',
    'sasl.enabled.mechanisms': ['PLAIN', ...scram].join(','),
    [jaas('PLAIN')]: `${plain};`,
    ...Object.fromEntries(
      scram.map((mechanism) => [
        jaas(mechanism),
        'org.apache.kafka.common.security.scram.ScramLoginModule required;',
      ]),
    ),
    'ssl.keystore.type': 'PEM',
    'ssl.keystore.location': security.keyAndCertificate,
    'ssl.truststore.type': 'PEM',
    'ssl.truststore.location': security.authority,
    // Without the prefix of the listener Kafka ignores this setting where SASL is on.
    'listener.name.sasl_ssl.ssl.client.auth': security.clientCertificates ? 'required' : 'none',
  };
}
