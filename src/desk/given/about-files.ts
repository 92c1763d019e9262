import { parseAsText } from '../commands.js';
import type { Question } from '../question.js';
import { refused } from '../replies.js';
import type { Reply } from '../reply.js';
import { type Given, readingsOf } from './given.js';

/**
 * A question about files: a command that takes a text takes them in its place. Undefined without files, or where another
 * command is meant, which is one with files and without.
 */
export function aboutFiles(question: Question): Question | undefined {
  if (question.files === undefined || question.files.length === 0) return undefined;
  const parsed = parseAsText(question.text);
  if (parsed === undefined || question.text.trim() === '') return { ...question, surface: 'direct' };
  // "help" or "?" beside a file asks for help with it.
  if (parsed.ok && parsed.name === 'help') return { ...question, text: parsed.rest, surface: 'direct' };
  const takesText = parsed.ok && (parsed.name === 'fix' || parsed.name === 'diagnose' || parsed.name === 'trace');
  return takesText ? { ...question, text: parsed.rest, surface: 'direct' } : undefined;
}

/** What is said where nothing could be read of what came along; that needs no saying again below it. */
export function notRead(given: Given): Reply {
  const said = readingsOf(given).map(({ file, said: why }) => `I could not read ${file ?? 'it'}. ${why}`);
  return { ...refused(said.slice(0, 3).join(' ')), read: { readings: [] } };
}
