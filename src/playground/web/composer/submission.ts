/** What Enter does with what was typed. Pure. */

export type Submission =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'message'; readonly text: string }
  | { readonly kind: 'command'; readonly line: string }
  | { readonly kind: 'refused'; readonly reason: string };

const COMMAND = /^(\/[a-z][a-z0-9_-]*)(?:\s|$)/i;

/**
 * A message, a slash command, or a refusal in the words Slack's client uses. `commands` are those of the workspace, with
 * their slash. A path (`/SAAS/auth/login`) is a message: no command has a second slash.
 */
export function readSubmission(
  text: string,
  commands: readonly string[],
  inThread: boolean,
  hasFiles = false,
): Submission {
  if (text.trim() === '') return hasFiles ? { kind: 'message', text: '' } : { kind: 'nothing' };
  const command = COMMAND.exec(text)?.[1];
  if (command === undefined) return { kind: 'message', text: text.trimEnd() };
  if (inThread)
    return { kind: 'refused', reason: `${command} is not supported in threads. Sorry! Mention the bot instead.` };
  if (!commands.includes(command.toLowerCase())) {
    return {
      kind: 'refused',
      reason: `${command} is not a valid command. To send it as a message, put a space before the slash.`,
    };
  }
  if (hasFiles)
    return { kind: 'refused', reason: `${command} takes no files. Mention the bot instead, or remove the files.` };
  return { kind: 'command', line: text.trim() };
}
