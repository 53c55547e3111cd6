import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const FOLDER = fileURLToPath(new URL('../', import.meta.url));

/** Whether the peers of scripts/bench/package.json are installed. */
export const arePeersInstalled = (): boolean => existsSync(`${FOLDER}node_modules/mercurius`);

/** Installs them where they are not. Throws where npm cannot. */
export const installPeers = (say: (text: string) => void): void => {
  if (arePeersInstalled()) return;
  say('installing the peers');
  execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: FOLDER, stdio: ['ignore', 2, 2] });
};
