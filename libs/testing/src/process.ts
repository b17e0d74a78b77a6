/** Real processes for tests: start a command, wait for a line of its output, stop it. */
import { spawn, type ChildProcess } from 'node:child_process';

export interface RunningCommand {
  readonly child: ChildProcess;
  /** All output so far, both streams. */
  output(): string;
  /** Resolves with the match when the output has it. Errors: the command ended before, or `ms` have passed. */
  waitFor(pattern: RegExp, ms?: number): Promise<RegExpMatchArray>;
  /** Resolves with exit code or signal. */
  readonly ended: Promise<number | NodeJS.Signals>;
}

export interface CommandOptions {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string | undefined>>;
}

/** Starts a command with this environment less what would point it at other servers. */
export function startCommand(
  command: string,
  args: readonly string[],
  { cwd, env = {} }: CommandOptions,
): RunningCommand {
  const {
    DATABASE_URL: _url,
    PORT: _port,
    HOST: _host,
    PUBLIC_URL: _public,
    ALLOWED_HOSTS: _hosts,
    DATA_DIR: _data,
    NODE_OPTIONS: _options,
    ...rest
  } = process.env;
  const child = spawn(command, args, { cwd, env: { ...rest, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  const listeners = new Set<() => void>();
  const hear = (chunk: Buffer) => {
    output += chunk.toString();
    listeners.forEach((listener) => listener());
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  const ended = new Promise<number | NodeJS.Signals>((done) =>
    child.once('close', (code, signal) => {
      done(code ?? signal ?? 1);
      listeners.forEach((listener) => listener());
    }),
  );
  const waitFor = (pattern: RegExp, ms = 60_000) =>
    new Promise<RegExpMatchArray>((done, fail) => {
      const finish = (act: () => void) => {
        clearTimeout(timer);
        listeners.delete(look);
        act();
      };
      const look = () => {
        const match = output.match(pattern);
        if (match) finish(() => done(match));
        else if (child.exitCode !== null || child.signalCode !== null)
          finish(() => fail(new Error(`the command ended without ${pattern}:\n${output}`)));
      };
      const timer = setTimeout(
        () => finish(() => fail(new Error(`no ${pattern} within ${ms} ms:\n${output}`))),
        ms,
      );
      listeners.add(look);
      look();
    });
  return { child, output: () => output, waitFor, ended };
}
