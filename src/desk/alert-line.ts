import type { AlertAct, SnoozeFor } from '../model/alert.js';
import { nearestWord } from './nearest.js';

/** What somebody does with an alert, whoever it is. */
export type AlertDeed = WithoutPerson<AlertAct>;
type WithoutPerson<Act> = Act extends AlertAct ? Omit<Act, 'by'> : never;

/** What can follow the command `alerts`. `which` is an alert's id, or its beginning. */
export type AlertLine =
  | { readonly does: 'list' }
  | { readonly does: 'test' }
  | { readonly does: 'act'; readonly which: string; readonly deed: AlertDeed };

/** A line taken apart, or what is wrong with it and what to type instead. */
export type ParsedAlertLine =
  | { readonly ok: true; readonly line: AlertLine }
  | { readonly ok: false; readonly message: string };

const words = ['test', 'ack', 'acknowledge', 'snooze', 'wake'] as const;
const spans: readonly SnoozeFor[] = ['1h', '1d', 'until-changed'];
/** Ids are hexadecimal; fewer digits than four would name too many. */
const idStart = /^[0-9a-f]{4,16}$/i;
const mostRead = 200;

/** Whether what follows `alerts` is meant as a command, and not as the rest of a sentence. */
export function beginsAlertLine(rest: string): boolean {
  const word = rest.trim().split(/\s/, 1)[0]?.toLowerCase() ?? '';
  return word === '' || words.some((one) => one === word);
}

/** Takes apart what follows `alerts`. A snooze without a span is one of an hour. */
export function parseAlertLine(rest: string): ParsedAlertLine {
  const [typed = '', which, span = '1h', ...more] = rest.trim().slice(0, mostRead).split(/\s+/);
  const word = typed.toLowerCase();
  if (word === '') return { ok: true, line: { does: 'list' } };
  if (word === 'test' && which === undefined) return { ok: true, line: { does: 'test' } };
  const deed = deedOf(word, span.toLowerCase());
  if (deed === undefined) return mistake(unknownWord(word, typed));
  if (which === undefined)
    return mistake(`Which alert? \`alerts\` lists them with their ids: \`alerts ${word} 3f2a\`.`);
  if (!idStart.test(which)) {
    return mistake(
      `“${which.slice(0, 40)}” is no id of an alert: those are four or more of 0–9 and a–f. \`alerts\` lists them.`,
    );
  }
  if (deed === 'no-span')
    return mistake(`Snooze it for \`1h\`, \`1d\` or \`until-changed\`: \`alerts snooze ${which} 1d\`.`);
  const isTooMuch = more.length > 0 || (deed.does !== 'snooze' && rest.trim().split(/\s+/, 3).length > 2);
  if (isTooMuch) return mistake(`\`alerts ${word} ${which}\` says it all; leave the rest out.`);
  return { ok: true, line: { does: 'act', which: which.toLowerCase(), deed } };
}

function deedOf(word: string, span: string): AlertDeed | 'no-span' | undefined {
  if (word === 'ack' || word === 'acknowledge') return { does: 'acknowledge' };
  if (word === 'wake') return { does: 'wake' };
  if (word !== 'snooze') return undefined;
  const known = spans.find((one) => one === span);
  return known === undefined ? 'no-span' : { does: 'snooze', for: known };
}

function unknownWord(word: string, typed: string): string {
  if (word === 'test') return '`alerts test` stands alone.';
  const meant = nearestWord(word, words);
  const suggestion = meant === undefined ? '' : ` Did you mean \`alerts ${meant}\`?`;
  return `There is no “alerts ${typed.slice(0, 40)}”.${suggestion} \`alerts\` lists the alerts; \`ack\`, \`snooze\` and \`wake\` take an id, \`test\` stands alone.`;
}

function mistake(message: string): ParsedAlertLine {
  return { ok: false, message };
}
