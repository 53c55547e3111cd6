import { execFileSync, spawn } from 'node:child_process';
import { chownSync, mkdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

export interface Postgres {
  readonly url: string;
  stop(): Promise<void>;
}

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' ? (address?.port ?? 0) : 0));
    });
  });

/** PostgreSQL refuses to run as root: then it runs as its own user. */
const userOf = (): { uid?: number; gid?: number } =>
  process.getuid?.() === 0
    ? { uid: Number(execFileSync('id', ['-u', 'postgres'])), gid: Number(execFileSync('id', ['-g', 'postgres'])) }
    : {};

/**
 * Starts a PostgreSQL of this machine on a folder of its own, as it comes: every commit is on disk
 * before it is answered. null where there is none, which is said: then `peer` is left out.
 */
export const startPostgres = async (
  folder: string,
  peer: string,
  say: (text: string) => void,
): Promise<Postgres | null> => {
  try {
    execFileSync('initdb', ['--version'], { stdio: 'ignore' });
  } catch {
    say(`no PostgreSQL is installed here: ${peer} is left out\n`);
    return null;
  }
  const user = userOf();
  const [data, port] = [join(folder, 'postgres'), await freePort()];
  mkdirSync(data, { mode: 0o700 });
  if (user.uid !== undefined) {
    chownSync(folder, user.uid, user.gid ?? 0);
    chownSync(data, user.uid, user.gid ?? 0);
  }
  execFileSync('initdb', ['-D', data, '-A', 'trust', '-U', 'bench', '-E', 'UTF8', '--locale=C'], {
    ...user,
    cwd: data,
  });
  const server = spawn('postgres', ['-D', data, '-p', String(port), '-k', data, '-h', '127.0.0.1'], {
    ...user,
    cwd: data,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  process.once('exit', () => server.kill());
  await new Promise<void>((resolve, reject) => {
    server.once('exit', (code) => reject(new Error(`postgres ended with ${code}`)));
    createInterface({ input: server.stderr }).on('line', (line) => {
      if (line.includes('ready to accept connections')) resolve();
    });
  });
  return {
    url: `postgres://bench@127.0.0.1:${port}/postgres`,
    stop: () => {
      server.kill('SIGINT');
      return ended;
    },
  };
};
