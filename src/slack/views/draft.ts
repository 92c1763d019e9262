import type { Block } from '../limits.js';
import { codeBlock, codeSpan, cutPlain, escapeLine, titleLength } from '../text.js';
import { context, section } from './blocks.js';
import type { View } from './view.js';

/** Files of a draft as text to copy; what is too long for that, and all of it, comes from a shell. */
export const draftView: View<'draft'> = ({ what, about, files, id, shellCall = 'wo-okta' }) => {
  const name = `“${escapeLine(cutPlain(about, titleLength))}”`;
  const shell = codeSpan(`${shellCall} gaps draft ${id}${what === 'example' ? ' --example' : ''} --out drafts`);
  if (what === 'example') {
    return [
      section(`*To add as an example to* ${name}: these lines, at the end of ${codeSpan('examples:')}.`),
      ...files.flatMap(fileBlocks),
      context(`Nothing has changed yet. The whole file, in a shell: ${shell}`),
    ];
  }
  return [
    section(`*Draft of an article* about ${name}. It is left out of the answers as long as anything in it says TODO.`),
    ...files.flatMap(fileBlocks),
    context(`Nothing has changed yet. Both as files, in a shell: ${shell}`),
  ];
};

function fileBlocks({ file, text }: { readonly file: string; readonly text: string }): Block[] {
  const block = codeBlock(text);
  if (block === undefined) return [section(`${codeSpan(file)}: too long for a message; the shell has it.`)];
  return [context(codeSpan(file)), section(block)];
}
