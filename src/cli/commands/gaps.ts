import { Command } from 'commander';
import { articleDraft, entryNamed, examplesOfEntry, findGaps, isGap } from '../../desk/gap-desk.js';
import type { DraftFile } from '../../desk/gap-drafts.js';
import { UserError } from '../../model/errors.js';
import { gapsCard } from '../gaps-card.js';
import { gapsJson } from '../gaps-json.js';
import type { Parts } from '../parts.js';
import { plain, toJson } from '../plain-text.js';
import { hintAtPlayground } from '../playground-hint.js';

interface Options {
  readonly json?: true;
  readonly example?: true;
  readonly out?: string;
}

/** `gaps`: what people asked and no article answers; and drafts of what would. */
export function gapsCommand(parts: Parts): Command {
  const { output, gaps } = parts;

  async function list(json: true | undefined): Promise<void> {
    const found = await findGaps(await gaps.records(), await parts.knowledge());
    await output.print(json ? `${toJson(gapsJson(found))}\n` : gapsCard(found, output, gaps.call));
    if (!json && found.gaps.length + found.proposals.length === 0) await hintAtPlayground('gaps', parts);
  }

  async function filesOf(id: string, isExample: boolean): Promise<readonly DraftFile[]> {
    const knowledge = await parts.knowledge();
    const entry = entryNamed(id, await findGaps(await gaps.records(), knowledge));
    if (entry === undefined) {
      const where = await gaps.dataDir();
      throw new UserError('bad-input', `There is no open gap “${id}” in ${where}. \`gaps\` lists them with their ids.`);
    }
    if (isGap(entry) && !isExample) return articleDraft(entry, knowledge, gaps.now());
    const examples = examplesOfEntry(entry, knowledge);
    if (typeof examples === 'string') throw new UserError('bad-input', examples);
    return [await gaps.withExamples(examples)];
  }

  async function draft(id: string, { example, out, json }: Options): Promise<void> {
    const files = await filesOf(id, example === true);
    const written = out === undefined ? undefined : await gaps.write(out, files);
    if (json) await output.print(`${toJson({ files, ...(written === undefined ? {} : { written }) })}\n`);
    else if (written !== undefined) await output.print(`${written.map(plain).join('\n')}\n`);
    else
      await output.print(
        files.map(({ file, text }) => `${output.paint.dim(`# ${plain(file)}`)}\n${plain(text)}`).join('\n'),
      );
  }

  return new Command('gaps')
    .summary('list what no article answers; draft one that would')
    .description(
      'Lists what people asked the bot on this data folder and no article answers, most frequent first, also while it runs. What looks like an e-mail address, a login or a host is exchanged for an example; names in a sentence stay, so take them out of a draft. draft prints a new article and its intent with the questions in it, or with --example the file of the nearest article’s intent with them as examples.',
    )
    .argument('[what...]', 'draft <id>; left out: list them')
    .option('--example', 'draft examples of the article that is near, not a new article')
    .option('-o, --out <folder>', 'write the draft below this folder, which must not have such files yet')
    .option('--json', 'print one JSON object')
    .addHelpText(
      'after',
      `
A draft is left out of the answers as long as anything in it says TODO: fill it in below --out, then copy it to your
folders of articles and intents.

Examples:
  $ wo-okta gaps
  $ wo-okta gaps draft 3f2a9c01
  $ wo-okta gaps draft 3f2a9c01 --out drafts
  $ wo-okta gaps draft 3f2a9c01 --example --out drafts`,
    )
    .action(async (what: readonly string[], options: Options) => {
      const [verb, id, ...more] = what;
      if (verb === undefined) {
        if (options.out !== undefined || options.example)
          throw new UserError('bad-input', 'Say which: `gaps draft <id>`.');
        await list(options.json);
      } else if (verb === 'draft' && id !== undefined && more.length === 0) await draft(id, options);
      else throw new UserError('bad-input', 'Only draft <id> can follow. `gaps` lists the ids.');
    });
}
