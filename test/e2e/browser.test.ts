import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Locator, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Running } from '../../src/start.js';
import { createLog, readConfig, start } from './support/shipped.js';

const executable = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';
const reason = `no Chromium at ${executable}; install it or set CHROMIUM_PATH`;
// Continuous integration sets REQUIRE_BROWSER, so that there the test fails where it would be skipped.
const isMissing = !existsSync(executable) && process.env['REQUIRE_BROWSER'] !== '1';

/** A grey picture, three pixels wide. */
const png = 'iVBORw0KGgoAAAANSUhEUgAAAAMAAAACCAIAAAASFvFNAAAADklEQVR4nGNogAEGOAsAWhQJAbISPYcAAAAASUVORK5CYII=';

describe.skipIf(isMissing)(`the page of the playground${isMissing ? ` (skipped: ${reason})` : ''}`, () => {
  let dataDir: string;
  let playground: Running;
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'wo-okta-e2e-'));
    const log = createLog({ level: 'error', redact: (text) => text, clock: Date.now });
    playground = await start(readConfig({ DATA_DIR: dataDir, PLAYGROUND_PORT: '0' }), log);
    browser = await chromium.launch({
      executablePath: executable,
      // Chromium refuses its sandbox to root, which is who runs tests in containers.
      args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    });
    page = await browser.newPage();
    page.setDefaultTimeout(10_000);
  });
  afterAll(async () => {
    await browser?.close();
    await playground?.stop();
    await rm(dataDir, { recursive: true, force: true });
  });

  it('shows a newcomer the steps for a pasted error, and ✅ once it is solved', async () => {
    const faults: string[] = [];
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
    await page.goto(playground.page ?? '');
    await page.getByText('simulated', { exact: false }).first().waitFor();

    const composer = page.getByRole('combobox', { name: /helpdesk/i });
    await composer.fill('@wo-okta federationArtifact.not.found Federation Artifact not found');
    await composer.press('Enter');
    await page.getByRole('button', { name: /1 reply/ }).click();

    const thread = page.getByRole('complementary', { name: /thread/i });
    await thread.getByText('Include the SAML Context “Unspecified” under Authentication Methods and save.').waitFor();
    await thread.getByText('Identity & Access Management → Identity Providers').first().waitFor();

    // The answer is longer than the window: the thread opens at its first line, not at its end.
    const topOf = async (shown: Locator) => (await shown.boundingBox())?.y ?? -1;
    const window = await topOf(thread.getByRole('region', { name: 'Messages in the thread' }));
    await expect.poll(() => topOf(thread.getByRole('article').nth(1))).toBeGreaterThanOrEqual(window);
    expect(await thread.getByRole('article').nth(1).innerText()).toContain('Federation Artifact');

    await thread.getByRole('button', { name: 'Solved', exact: true }).click();
    await thread.getByText(/Solved, says/).waitFor();
    expect(await thread.getByRole('button', { name: 'Solved', exact: true }).count()).toBe(0);
    await thread
      .getByRole('button', { name: /white check mark/ })
      .first()
      .waitFor();
    expect(faults).toEqual([]);
  });

  it('switches the scenario, notes it in the channel, and asks what is worth trying, on a phone too', async () => {
    const faults: string[] = [];
    const phone = await browser.newPage({ viewport: { width: 360, height: 700 } });
    phone.setDefaultTimeout(10_000);
    phone.on('pageerror', (error) => faults.push(error.message));
    await phone.goto(playground.page ?? '');
    await phone.getByRole('button', { name: 'Scenario All is well' }).click();
    await phone.getByRole('combobox', { name: /Search/ }).fill('issuer');
    await phone.keyboard.press('Enter');
    await phone.getByText('Ann Ace switched to the scenario Wrong issuer in Okta').waitFor();
    await phone.getByRole('button', { name: 'Scenario Wrong issuer in Okta' }).waitFor();

    await phone.getByRole('button', { name: 'Try /wo-okta check ann@acme.example' }).click();
    const composer = phone.getByRole('combobox', { name: /helpdesk/i });
    expect(await composer.inputValue()).toBe('/wo-okta check ann@acme.example');
    await composer.press('Enter');
    const verdict = phone.getByText(/which does not end in idp\.xml/).first();
    await verdict.waitFor();
    // The answer is longer than the window: it is shown from its verdict.
    await expect.poll(async () => (await verdict.boundingBox())?.y ?? -1).toBeGreaterThan(0);
    const width = await phone.evaluate('document.documentElement.scrollWidth');
    expect({ width, faults }).toEqual({ width: 360, faults: [] });
    await phone.close();
  });

  it('shows the time, jumps ahead, and dates everything from then', async () => {
    const visitor = await browser.newPage({ viewport: { width: 360, height: 700 } });
    visitor.setDefaultTimeout(10_000);
    await visitor.goto(playground.page ?? '');
    const dayOf = (moment: number) =>
      new Intl.DateTimeFormat('en-US', { weekday: 'short', day: 'numeric', month: 'short' }).format(moment);
    await visitor.getByText(dayOf(Date.now())).first().waitFor();

    await visitor.getByRole('button', { name: 'Jump ahead 7 days' }).click();
    await visitor.getByText('Ann Ace jumped ahead 7 days').waitFor();
    await visitor
      .getByText(dayOf(Date.now() + 7 * 24 * 3_600_000))
      .first()
      .waitFor();
    const days = await visitor.locator('.rule-day').allInnerTexts();
    expect(days.at(-1)).toBe('Today');
    expect(days.filter((day) => day === 'Today')).toHaveLength(1);
    expect(await visitor.evaluate('document.documentElement.scrollWidth')).toBe(360);
    await visitor.close();
  });

  it('takes dropped files into the message, and a file into a form, on a phone too', async () => {
    const faults: string[] = [];
    const phone = await browser.newPage({ viewport: { width: 360, height: 700 } });
    phone.setDefaultTimeout(10_000);
    phone.on('pageerror', (error) => faults.push(error.message));
    phone.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
    await phone.goto(playground.page ?? '');
    const channel = phone.getByRole('main');
    const composer = phone.getByRole('combobox', { name: /helpdesk/i });
    await composer.waitFor();
    // Written as a text: what runs in the page is not compiled with the test.
    const dragged = await phone.evaluateHandle(`(() => {
      const data = new DataTransfer();
      const picture = Uint8Array.from(atob('${png}'), (character) => character.charCodeAt(0));
      data.items.add(new File([picture], 'error.png', { type: 'image/png' }));
      data.items.add(new File(['first line\\nsecond line'], 'trace.har'));
      data.items.add(new File([], 'nothing.log'));
      return data;
    })()`);
    await channel.dispatchEvent('dragenter', { dataTransfer: dragged });
    await phone.getByText('Upload to #helpdesk').waitFor();
    await channel.dispatchEvent('drop', { dataTransfer: dragged });
    await phone.getByText('nothing.log is empty.').waitFor();
    expect(await phone.getByText('Upload to #helpdesk').count()).toBe(0);
    const attached = phone.getByRole('list', { name: 'Attached files' });
    expect(await attached.getByRole('listitem').allInnerTexts()).toEqual([
      expect.stringMatching(/error\.png\s+71 bytes/),
      expect.stringMatching(/trace\.har\s+22 bytes/),
    ]);
    // The drop leaves the focus where the next key is meant to go.
    await phone.keyboard.type('look at these');
    await phone.keyboard.press('Enter');
    const sent = phone.getByRole('article').filter({ hasText: 'look at these' });
    await sent.getByRole('img', { name: 'error.png' }).waitFor();
    const width = `document.querySelector('img[alt="error.png"]').naturalWidth`;
    await expect.poll(() => phone.evaluate(width)).toBe(3);
    await sent.getByText(/first line\s+second line/).waitFor();
    expect(await attached.count()).toBe(0);
    expect(await phone.evaluate('document.documentElement.scrollWidth')).toBe(360);

    // A screenshot from the clipboard goes along; cells of a spreadsheet are meant as text, though they bring a picture.
    const paste = (isOfCells: boolean) =>
      phone.evaluate(`(() => {
        const clipboardData = new DataTransfer();
        clipboardData.items.add(new File(['picture'], 'image.png', { type: 'image/png' }));
        if (${isOfCells}) {
          clipboardData.setData('text/plain', 'cells');
          clipboardData.setData('text/html', '<td>cells</td>');
        }
        const paste = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
        document.querySelector('main textarea').dispatchEvent(paste);
      })()`);
    await paste(true);
    expect(await attached.count()).toBe(0);
    await paste(false);
    await attached.getByText('image.png').waitFor();
    await attached.getByRole('button', { name: 'Remove image.png' }).click();
    expect(await attached.count()).toBe(0);

    await composer.fill('/wo-okta trace');
    await composer.press('Enter');
    const form = phone.getByRole('dialog');
    const file = (name: string, text: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });
    await form.getByLabel('File').setInputFiles(file('error.png', 'x'));
    await form.getByText(/error\.png is of another kind/).waitFor();
    await form.getByLabel('File').setInputFiles(file('trace.txt', 'no trace'));
    await form.getByRole('button', { name: 'Remove trace.txt' }).waitFor();
    await form.getByRole('button', { name: 'Read it' }).click();
    await form.waitFor({ state: 'detached' });
    expect(faults).toEqual([]);
    await phone.close();
  });

  it('keeps a long channel where it is read while a thread opens and closes', async () => {
    const reader = await browser.newPage({ viewport: { width: 1400, height: 800 } });
    reader.setDefaultTimeout(10_000);
    await reader.goto(`${playground.page}#C0GENERAL1`);
    const channel = reader.getByRole('region', { name: 'Messages in #general' });
    const composer = reader.getByRole('combobox', { name: 'Message #general' });
    const longText = 'The new badge readers are live on this floor too, says the building team. '.repeat(12);
    for (let floor = 4; floor < 14; floor += 1) {
      await composer.fill(`Floor ${floor}. ${longText}`);
      await composer.press('Enter');
      await channel.getByText(`Floor ${floor}.`).waitFor();
    }
    const place = async (floor: number) => {
      const message = channel.getByRole('article').filter({ hasText: `Floor ${floor}.` });
      const [at, window] = [await message.boundingBox(), await channel.boundingBox()];
      if (at === null || window === null) throw new Error(`Floor ${floor} is not drawn.`);
      return { top: Math.round(at.y), isAtEnd: Math.abs(window.y + window.height - at.y - at.height) < 20 };
    };
    const openThread = async (floor: number) => {
      const message = channel.getByRole('article').filter({ hasText: `Floor ${floor}.` });
      await message.hover();
      const top = (await place(floor)).top;
      await message.getByRole('button', { name: 'Reply in thread' }).click();
      await reader.getByRole('complementary', { name: /thread/i }).waitFor();
      return top;
    };
    const closeThread = () => reader.getByRole('button', { name: 'Close the thread' }).click();

    // Read at the end: the end stays in sight, though every message above it has become longer.
    await openThread(13);
    await expect.poll(async () => (await place(13)).isAtEnd).toBe(true);
    await closeThread();
    await expect.poll(async () => (await place(13)).isAtEnd).toBe(true);

    // Read further up: the message whose thread is opened stays under the pointer.
    await channel.evaluate('(box) => box.scrollTo(0, (box.scrollHeight - box.clientHeight) / 2)');
    await channel.evaluate('() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))');
    const top = await openThread(8);
    await expect.poll(async () => Math.abs((await place(8)).top - top)).toBeLessThanOrEqual(2);
    await closeThread();
    await expect.poll(async () => Math.abs((await place(8)).top - top)).toBeLessThanOrEqual(2);
    await reader.close();
  });
});
