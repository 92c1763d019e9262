import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('.', import.meta.url));
const { dependencies } = createRequire(import.meta.url)('./package.json');

/** Installs what the project is compared with, unless it is there. Throws when that fails. */
export function ensureComparators(say) {
  const require = createRequire(import.meta.url);
  const isThere = (name) => {
    try {
      require.resolve(name);
      return true;
    } catch {
      return false;
    }
  };
  if (Object.keys(dependencies).every(isThere)) return;
  say('The libraries to compare with are not installed yet: npm ci --prefix bench');
  const { status } = spawnSync('npm', ['ci', '--prefix', folder], {
    stdio: ['ignore', 'ignore', 'inherit'],
    // npm is a script with another name on Windows.
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error('npm ci --prefix bench failed; run it by hand to see why.');
}
