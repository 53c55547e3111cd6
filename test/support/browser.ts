import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inflate } from '@sparticuz/chromium';
import axe, { type AxeResults } from 'axe-core';
import { type Browser, chromium, type Page } from 'playwright-core';

/** Unpacked once a work tree, 210 MB. */
const UNPACKED = fileURLToPath(new URL('../../.tap/chromium', import.meta.url));
const PACKED = fileURLToPath(new URL('../bin', import.meta.resolve('@sparticuz/chromium')));

/**
 * Unpacks the Chromium that comes as a package, with the libraries that it needs, and answers their
 * folder. What is half unpacked is never found: the folder gets its name at the end.
 */
const unpacked = async (): Promise<string> => {
  if (existsSync(UNPACKED)) return UNPACKED;
  mkdirSync(dirname(UNPACKED), { recursive: true });
  const beside = mkdtempSync(`${UNPACKED}-`);
  const { TMPDIR } = process.env;
  // The package unpacks into the temporary folder, whichever that is.
  process.env.TMPDIR = beside;
  try {
    await Promise.all(['chromium.br', 'al2023.tar.br'].map((file) => inflate(join(PACKED, file))));
    renameSync(beside, UNPACKED);
  } catch (error) {
    rmSync(beside, { recursive: true, force: true });
    // Another test was first.
    if (!existsSync(UNPACKED)) throw error;
  } finally {
    if (TMPDIR === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = TMPDIR;
  }
  return UNPACKED;
};

/**
 * Starts a real browser without a window; closes it with the test. It is the one of
 * `@sparticuz/chromium` (Linux, x64): nothing is downloaded. On another machine CHROMIUM names one.
 */
export const startBrowser = async (t: { teardown(done: () => Promise<void>): void }): Promise<Browser> => {
  const folder = process.env.CHROMIUM ? null : await unpacked();
  const browser = await chromium.launch({
    executablePath: folder === null ? process.env.CHROMIUM : join(folder, 'chromium'),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
    ...(folder === null ? {} : { env: { ...process.env, LD_LIBRARY_PATH: join(folder, 'al2023/lib') } }),
  });
  t.teardown(() => browser.close());
  return browser;
};

/** What axe finds on a page against WCAG 2.2 AA and good practice: rule and element. */
export const accessibilityFaults = async (page: Page): Promise<string[]> => {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate<AxeResults>('axe.run()');
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
};
