/** Single keys of a terminal, or the characters of standard input where there is no terminal. */

/**
 * Yields each key until the input ends. In a terminal the keys are not shown, and Ctrl-C is given as a key. The
 * terminal is as before once the caller stops.
 */
export async function* readKeys(input: NodeJS.ReadStream = process.stdin): AsyncGenerator<string> {
  const isTerminal = input.isTTY;
  if (isTerminal) input.setRawMode(true);
  input.setEncoding('utf8');
  try {
    for await (const chunk of input.iterator({ destroyOnReturn: false }) as AsyncIterable<string>)
      // A key such as an arrow comes as one sequence, which is no key here.
      if (/^\u001b./su.test(chunk)) continue;
      else yield* chunk;
  } finally {
    if (isTerminal) input.setRawMode(false);
    input.pause();
  }
}
