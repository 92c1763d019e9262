import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { openLibrary } from '../../dist/library-holder.js';
import { pictureCaseSchema } from '../../dist/understanding/evaluate.js';
import { startChild } from '../lib/child.js';
import { median, quantile, ratio } from '../lib/figures.js';

const folder = new URL('../../test/evaluation/screenshots/', import.meta.url);
const readers = [
  { reader: 'ours', name: 'wo-okta' },
  { reader: 'bare', name: 'tesseract.js' },
];

/** Every held-out screenshot by each reader in turn: time, memory, and what the understanding makes of what was read. */
export async function benchOcr({ say }) {
  const understand = await ourUnderstanding();
  const lines = (await readFile(new URL('pictures.jsonl', folder), 'utf8')).trim().split('\n');
  const pictures = lines.map((line) => pictureCaseSchema.parse(JSON.parse(line)));
  const runs = readers.map((each) => ({
    ...each,
    child: startChild(new URL('./child.js', import.meta.url)),
    reads: [],
  }));
  try {
    for (const [index, { picture }] of pictures.entries()) {
      if (index % 10 === 0) say(`picture ${index + 1} of ${pictures.length}`);
      const file = fileURLToPath(new URL(picture, folder));
      for (const { reader, child, reads } of runs) reads.push(await child.ask({ do: 'read', reader, file }));
    }
  } finally {
    await Promise.all(runs.map(({ child }) => child.end()));
  }
  const isFirst = ({ text }, { expect }) => {
    const { decision, intents } = understand(text);
    return decision !== 'none' && expect.includes(intents[0]?.id);
  };
  const wanted = pictures.filter(({ expect }) => expect.length > 0).length;
  const [oursMs] = runs.map(timesOf);
  return {
    pictures: pictures.length,
    readers: runs.map((run) => ({
      name: run.name,
      coldMs: run.reads[0].ms,
      medianMs: median(timesOf(run)),
      p95Ms: quantile(timesOf(run), 0.95),
      timesOurs: ratio(timesOf(run), oursMs),
      mostMb: Math.max(...run.reads.map(({ rssMb }) => rssMb)),
      right: run.reads.filter((read, index) => isFirst(read, pictures[index])).length / wanted,
    })),
  };
}

/** Without the first, which opened the engine. */
function timesOf({ reads }) {
  return reads.slice(1).map(({ ms }) => ms);
}

async function ourUnderstanding() {
  const log = { debug() {}, info() {}, warn() {}, error() {} };
  const folders = {
    knowledge: fileURLToPath(new URL('../../knowledge', import.meta.url)),
    intents: fileURLToPath(new URL('../../intents', import.meta.url)),
  };
  return (await openLibrary(folders, tmpdir(), log)).current().understand;
}
