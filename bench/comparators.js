import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

/** Installs what the project is compared with in `folder`, a URL, unless it is there. Throws when that fails. */
export function ensureComparators(say, folder = new URL('./', import.meta.url)) {
  const require = createRequire(folder);
  const isThere = (name) => {
    try {
      require.resolve(name);
      return true;
    } catch {
      return false;
    }
  };
  if (Object.keys(require('./package.json').dependencies).every(isThere)) return;
  const path = fileURLToPath(folder);
  say(`The libraries to compare with are not installed yet: npm ci --prefix ${path}`);
  const { status } = spawnSync('npm', ['ci', '--prefix', path], {
    stdio: ['ignore', 'ignore', 'inherit'],
    // npm is a script with another name on Windows.
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error(`npm ci --prefix ${path} failed; run it by hand to see why.`);
}
