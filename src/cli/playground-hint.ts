import type { Parts } from './parts.js';
import { plainLine } from './plain-text.js';

/**
 * Printed where a data folder has nothing to list: a playground that ran there has a folder of its own, and what
 * somebody tried in it is looked for here. Nothing when none ran.
 */
export async function hintAtPlayground(command: string, { output, playgroundCall }: Parts): Promise<void> {
  const call = await playgroundCall();
  if (call === undefined) return;
  await output.print(
    `\n${output.paint.dim('The playground keeps its own:')} ${output.paint.code(plainLine(`${call} ${command}`))}\n`,
  );
}
