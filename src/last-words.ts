/**
 * The last words of a command that cannot go on: one line, and where in the program it arose.
 * Whoever types a command has no use for a stack trace. Imported for this effect, before all else
 * that may fail.
 */
process.once('uncaughtException', (error: unknown) => {
  const { message, stack = '' } = error instanceof Error ? error : new Error(String(error));
  const where = /((?:src|scripts)\/[\w./-]+:\d+)/.exec(stack.slice(message.length))?.[1];
  process.stderr.write(`${message.replaceAll(/\s+/g, ' ').trim()}${where ? ` (${where})` : ''}\n`);
  process.exit(1);
});
