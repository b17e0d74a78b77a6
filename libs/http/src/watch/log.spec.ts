/** The log: lines that a machine can read, each with its position, and no more of them than asked for. */
import { describe, expect, it } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { makeLog, readLogLevel, toNestLogger, type Level } from './log.js';

function capture(level: Level) {
  const lines: Record<string, unknown>[] = [];
  const log = makeLog('ingest', level, (line) => {
    expect(line).toMatch(/^[^\n]*\n$/);
    lines.push(JSON.parse(line));
  });
  return { log, lines };
}

describe('a line of the log', () => {
  it('is one JSON object with time, level, service, message and position, whatever the message holds', () => {
    const { log, lines } = capture('debug');
    log.debug('two\nlines "quoted"', { events: 3, position: 17 });
    expect(lines).toEqual([
      {
        time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
        level: 'debug',
        service: 'ingest',
        message: 'two\nlines "quoted"',
        events: 3,
        position: 17,
      },
    ]);
  });

  it('is left out when it is less grave than the level', () => {
    const { log, lines } = capture('warn');
    for (const level of ['error', 'warn', 'info', 'debug'] as const) log[level](level);
    expect(lines.map(({ message }) => message)).toEqual(['error', 'warn']);
  });

  it('is also what Nest has to say, with the stack of an error', () => {
    const { log, lines } = capture('info');
    const nest = toNestLogger(log);
    nest.error(new RangeError('out of it'));
    nest.warn('mind');
    nest.log('a module was loaded');
    expect(lines).toMatchObject([
      {
        level: 'error',
        message: 'out of it',
        error: 'RangeError',
        stack: expect.stringContaining('log.spec'),
      },
      { level: 'warn', message: 'mind' },
    ]);
    Logger.overrideLogger(nest);
    new Logger('http').error(new Error('by its own logger'));
    Logger.overrideLogger(false);
    expect(lines.at(-1)).toMatchObject({ level: 'error', message: 'by its own logger' });
  });
});

describe('LOG_LEVEL', () => {
  it('is what is given, else what is usual, and nothing else', () => {
    expect(readLogLevel({ LOG_LEVEL: 'DEBUG' }, 'warn')).toBe('debug');
    expect(readLogLevel({}, 'warn')).toBe('warn');
    expect(() => readLogLevel({ LOG_LEVEL: 'loud' }, 'warn')).toThrow('none of error, warn, info, debug');
  });
});
