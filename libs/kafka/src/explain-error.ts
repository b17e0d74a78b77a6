/** Says which variable an error of Kafka is about: kafkajs says what happened, not what to check. */
import type { KafkaSettings } from './settings.js';

interface KafkaError extends Error {
  readonly code?: string | number;
  readonly type?: string;
}

interface Hint {
  readonly on: RegExp;
  /** What to do about it; undefined where the settings rule it out. */
  readonly say: (settings: KafkaSettings) => string | undefined;
}

/**
 * Tried in this order on name, type, code and message of the error and of its causes; the first that fits is
 * used.
 */
const hints: readonly Hint[] = [
  {
    on: /UNSUPPORTED_SASL_MECHANISM|mechanism is not supported/i,
    say: () => 'the broker does not take this KAFKA_SASL_MECHANISM',
  },
  {
    on: /SASLAuthentication|authentication failed/i,
    say: () => 'check KAFKA_SASL_USERNAME, KAFKA_SASL_PASSWORD and KAFKA_SASL_MECHANISM',
  },
  {
    on: /ILLEGAL_SASL_STATE/,
    say: () => 'the port in KAFKA_BROKERS does not ask who we are: take KAFKA_SASL_MECHANISM out',
  },
  {
    on: /ALTNAME/,
    say: () => "KAFKA_BROKERS names a host that is not in the broker's certificate",
  },
  {
    on: /alert|CERTIFICATE_REQUIRED|bad certificate/i,
    say: ({ ssl }) =>
      typeof ssl === 'object' && ssl.cert
        ? 'the broker does not take our certificate: check KAFKA_SSL_CERT and KAFKA_SSL_KEY'
        : 'the broker asks for a certificate of ours: set KAFKA_SSL_CERT and KAFKA_SSL_KEY',
  },
  {
    on: /UNABLE_TO_|SELF_SIGNED|CERT_|certificate/i,
    say: () => "KAFKA_SSL_CA must name the file of the authority that signed the broker's certificate",
  },
  {
    on: /before secure TLS|wrong version number|EPROTO/,
    say: () =>
      'the port in KAFKA_BROKERS does not speak TLS: take another, or take KAFKA_SSL and KAFKA_SSL_CA out',
  },
  {
    on: /Closed connection|ConnectionClosed|ECONNRESET/,
    say: ({ ssl, sasl }) => {
      if (!ssl) return 'if the broker is up, its port may want TLS: set KAFKA_SSL or KAFKA_SSL_CA';
      if (!sasl) return 'if the broker is up, it may ask who we are: set KAFKA_SASL_MECHANISM';
      return undefined;
    },
  },
  {
    on: /ECONNREFUSED|ENOTFOUND|ETIMEDOUT|EAI_AGAIN|Connection timeout/,
    say: () => 'nobody answers there: check KAFKA_BROKERS',
  },
  {
    on: /MESSAGE_TOO_LARGE|RECORD_LIST_TOO_LARGE/,
    say: ({ topic }) => `raise max.message.bytes of the topic ${topic}`,
  },
  { on: /INVALID_REPLICATION_FACTOR/, say: () => 'there are fewer brokers than KAFKA_REPLICATION' },
  {
    on: /_AUTHORIZATION_FAILED/,
    say: ({ topic, group }) =>
      `this user needs more rights on the topic ${topic} (read, write, create) or the group ${group} (read)`,
  },
];

function describe(error: KafkaError): string {
  const { name, type, code, message, cause } = error;
  const own = [name, type, code, message].filter(Boolean).join(' ');
  return cause instanceof Error ? `${own} ${describe(cause)}` : own;
}

/**
 * In: an error from the client, or any other. Out: the same, or a new one that also says what to check, with
 * the first as its cause.
 */
export function explainError(error: Error, settings: KafkaSettings): Error {
  if (!/^KafkaJS/.test(error.name)) return error;
  const text = describe(error);
  const hint = hints.find(({ on }) => on.test(text))?.say(settings);
  // OpenSSL also names a place in its own sources: that is cut out.
  const message = error.message.replace(/[\dA-F]*:error:[\dA-F]*:SSL routines:\w*:([^:]*):.*/s, '$1');
  const explained = new Error(
    `Kafka at ${settings.brokers.join(', ')}: ${message}${hint ? `; ${hint}` : ''}`,
    {
      cause: error,
    },
  );
  explained.name = error.name;
  return explained;
}
