/**
 * Draws the pictures by which the reading of screenshots is judged, as helpdesk people would capture them: an error text
 * of the knowledge in its surroundings, light and dark, in letters of 11 to 16 pixels, whole windows and cut out, PNG and
 * JPEG. Same seed, same pictures. Run by hand: `node scripts/make-screenshots.js --set development --out <folder>`; the
 * held-out ones (`--set held-out`) lie in test/evaluation/screenshots/ and are not made anew without a reason. Needs
 * Chromium, at CHROMIUM_PATH or /usr/bin/chromium, and looks best with Inter, Roboto, Open Sans and Liberation installed.
 */
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { parse } from 'yaml';
import { randomOf } from './screenshots/random.js';

/** How many pictures of each set show an error text, and where its chance begins. */
const sets = {
  development: { seed: 20_261_101, pictures: 150, load: () => import('./screenshots/layouts-development.js') },
  'held-out': { seed: 7_741, pictures: 42, load: () => import('./screenshots/layouts-held-out.js') },
};
const window = { width: 1440, height: 900 };
const phone = { width: 390, height: 844 };
const fonts = ['Inter', '"Open Sans"', '"Liberation Sans"', 'Roboto', '"DejaVu Sans"'];

const { values } = parseArgs({
  options: { set: { type: 'string', default: 'development' }, out: { type: 'string' } },
});
const set = sets[values.set];
if (set === undefined || values.out === undefined)
  throw new Error('Say which pictures and where to: --set development|held-out --out <folder>');

const random = randomOf(set.seed);
const { layouts, unrelated } = await set.load();
const shown = await errorTexts();
// Half of the error texts are never looked at in development.
const texts = values.set === 'development' ? shown.filter((_, index) => index % 2 === 0) : shown;

await mkdir(values.out, { recursive: true });
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
  // Chromium refuses its sandbox to root.
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
const lines = [];
try {
  for (let index = 0; index < set.pictures; index += 1) {
    const { text, expect } = texts[index % texts.length];
    const layout = layouts[(index + Math.floor(index / texts.length)) % layouts.length];
    await take({ layout, text, expect, kind: 'screenshot', group: layout.id });
  }
  for (const { draw, text } of unrelated) {
    const { isPhone } = layouts.find((layout) => layout.draw === draw) ?? {};
    await take({ layout: { draw, isPhone }, text, expect: [], kind: 'unrelated', group: 'unrelated' });
  }
} finally {
  await browser.close();
}
await writeFile(join(values.out, 'pictures.jsonl'), `${lines.map((line) => JSON.stringify(line)).join('\n')}\n`);
console.log(`drew ${lines.length} pictures into ${values.out}`);

/** Every error text that a system shows, with the intents that list it. */
async function errorTexts() {
  const folder = fileURLToPath(new URL('../intents/', import.meta.url));
  const byText = new Map();
  for (const file of (await readdir(folder)).sort()) {
    const { id, signatures = [] } = parse(await readFile(join(folder, file), 'utf8'));
    // What the bot itself says is not on anybody's screen.
    if (id === 'bot-cannot-read-tenant' || id === 'certificate-expired') continue;
    for (const { text, sharedWith = [] } of signatures)
      byText.set(text, [...new Set([...(byText.get(text) ?? []), id, ...sharedWith])]);
  }
  return [...byText].map(([text, expect]) => ({ text, expect }));
}

async function take({ layout, text, expect, kind, group }) {
  const look = {
    theme: random.pick(['light', 'dark']),
    size: random.between(11, 16),
    font: random.pick(fonts),
    fineness: layout.isPhone ? random.pick([2, 3]) : random.pick([1, 1, 1, 1.25, 2]),
    extent: random.pick(['tight', 'whole']),
    quality: random.pick([undefined, 60, 75, 90]),
    scale: random.pick([1, 1, 0.92, 1.08]),
  };
  const page = await browser.newPage({ viewport: layout.isPhone ? phone : window, deviceScaleFactor: look.fineness });
  await page.setContent(layout.draw(text, look, random));
  const drawn = await (look.extent === 'tight' ? page.locator('[data-tight]').first() : page).screenshot();
  await page.close();
  const picture = await taken(drawn, look);
  const number = String(lines.filter((line) => line.id.startsWith(`screenshots/${group}/`)).length + 1).padStart(
    2,
    '0',
  );
  const file = `${group}-${number}.${look.quality === undefined ? 'png' : 'jpg'}`;
  await writeFile(join(values.out, file), picture);
  // The id says how it was taken: figures can be told apart by it.
  const how = [look.theme, `${look.size}px`, `${look.fineness}x`, look.extent].join('-');
  lines.push({ id: `screenshots/${group}/${number}-${how}`, picture: file, expect, kind });
}

/** What was drawn, a little smaller or larger as chats and remote desktops show it, in the kind of file it was kept as. */
async function taken(drawn, { scale, quality }) {
  const page = await browser.newPage({ viewport: window });
  await page.setContent(`<body style="margin:0"><img src="data:image/png;base64,${drawn.toString('base64')}">`);
  const image = page.locator('img');
  // Decoded first: its own size is known then.
  await image.evaluate(async (element, by) => {
    await element.decode();
    element.width = Math.round(element.naturalWidth * by);
  }, scale);
  const picture = await image.screenshot(quality === undefined ? { type: 'png' } : { type: 'jpeg', quality });
  await page.close();
  return picture;
}
