/**
 * Takes the README's picture: starts the playground, asks for a fix and photographs the proven cause in the thread. Run after a build:
 * `node scripts/screenshot.js [file.png] [--dark] [--width 1320] [--height 940] [--scenario id] [--ask "text"]`. Needs Chromium, at
 * CHROMIUM_PATH or /usr/bin/chromium, and looks best with the fonts Inter and Noto Color Emoji installed.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { readConfig } from '../dist/config.js';
import { createLog } from '../dist/log/index.js';
import { start } from '../dist/start.js';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    dark: { type: 'boolean', default: false },
    width: { type: 'string', default: '1320' },
    height: { type: 'string', default: '940' },
    scenario: { type: 'string', default: 'redirect-loop' },
    ask: {
      type: 'string',
      default: '@wo-okta My managed iPhone goes back and forth between Okta and Workspace ONE without end.',
    },
  },
});
const picture = positionals[0] ?? fileURLToPath(new URL('../docs/playground.png', import.meta.url));

const dataDir = await mkdtemp(join(tmpdir(), 'wo-okta-picture-'));
const log = createLog({ level: 'warn', redact: (text) => text, clock: Date.now });
const playground = await start(readConfig({ DATA_DIR: dataDir, PLAYGROUND_PORT: '0' }), log);
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
  // Chromium refuses its sandbox to root.
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
try {
  const page = await browser.newPage({
    viewport: { width: Number(values.width), height: Number(values.height) },
    colorScheme: values.dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
  });
  await fetch(new URL('/page/scenario', playground.page), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ scenario: values.scenario, channel: 'C0HELPDESK' }),
  });
  await page.goto(playground.page);
  const composer = page.getByRole('combobox', { name: 'Message #helpdesk' });
  await composer.fill(values.ask);
  await composer.press('Enter');
  await page.getByRole('button', { name: /1 reply/ }).click();
  const thread = page.getByRole('complementary', { name: 'Thread' });
  await thread.getByRole('button', { name: 'What was read' }).waitFor();
  // The answer begins at the top of the thread.
  await thread.getByText('Found the cause').first().scrollIntoViewIfNeeded();
  // Away from what it would highlight.
  await page.mouse.move(Number(values.width) / 2, 300);
  await page.screenshot({ path: picture });
  console.log(`wrote ${picture}`);
} finally {
  await browser.close();
  await playground.stop();
  await rm(dataDir, { recursive: true, force: true });
}
