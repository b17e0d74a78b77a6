/** The log of a process: one JSON object a line on standard error, so that it can be searched by position. */
import type { LoggerService } from '@nestjs/common';
import { pino } from 'pino';

const levels = ['error', 'warn', 'info', 'debug'] as const;
export type Level = (typeof levels)[number];

/** What a line tells beside its message: `position` is that of the last event it is about. */
export type Facts = Readonly<Record<string, string | number | boolean | undefined>> & {
  readonly position?: number;
};

export interface Log {
  error(message: string, facts?: Facts): void;
  warn(message: string, facts?: Facts): void;
  info(message: string, facts?: Facts): void;
  debug(message: string, facts?: Facts): void;
}

/** The line of a usage text that tells this variable. In: what it is when not given, and the width of the names. */
export const logUsage = (usual: Level, width = 14) =>
  `  ${'LOG_LEVEL'.padEnd(width)}error, warn, info or debug (${usual}): what is logged, as JSON lines on standard error`;

/** Reads LOG_LEVEL. Errors: its value is no level. */
export function readLogLevel(env: NodeJS.ProcessEnv, usual: Level): Level {
  const given = env['LOG_LEVEL']?.toLowerCase() || usual;
  const level = levels.find((known) => known === given);
  if (!level) throw new Error(`LOG_LEVEL=${env['LOG_LEVEL']} is none of ${levels.join(', ')}.`);
  return level;
}

/** In: whose log it is, the least grave level that is written, and where to. */
export function makeLog(
  service: string,
  level: Level,
  write: (line: string) => void = (line) => process.stderr.write(line),
): Log {
  const log = pino(
    {
      level,
      base: { service },
      messageKey: 'message',
      timestamp: () => `,"time":"${new Date().toISOString()}"`,
      formatters: { level: (label) => ({ level: label }) },
    },
    { write },
  );
  const at =
    (own: Level) =>
    (message: string, facts: Facts = {}) =>
      log[own](facts, message);
  return { error: at('error'), warn: at('warn'), info: at('info'), debug: at('debug') };
}

/** An error as message and facts. */
export function describeError(error: unknown): [string, Facts] {
  if (!(error instanceof Error)) return [String(error), {}];
  return [error.message, { error: error.name, stack: error.stack }];
}

/**
 * A logger for Nest that writes to our log: its errors and warnings as such, all else (a module was loaded) as
 * debug.
 */
export function toNestLogger(log: Log): LoggerService {
  return {
    error: (message: unknown, ...[stack]: unknown[]) => {
      const [text, facts] = describeError(message);
      log.error(text, message instanceof Error || typeof stack !== 'string' ? facts : { stack });
    },
    warn: (message: unknown) => log.warn(String(message)),
    log: (message: unknown) => log.debug(String(message)),
  };
}
