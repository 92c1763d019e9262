/** Emoji names → characters. The table (`emoji.json`, made by the build) is large, so it is loaded beside the page, not in it. */

// Slack's names where they differ from the table's, and the few that a bot's reactions need before the table is here.
const SLACK_NAMES: Readonly<Record<string, string>> = {
  '+1': '👍',
  '-1': '👎',
  eyes: '👀',
  exclamation: '❗',
  face_with_rolling_eyes: '🙄',
  face_with_thermometer: '🤒',
  hammer_and_wrench: '🛠️',
  heavy_check_mark: '✔️',
  heavy_exclamation_mark: '❗',
  hourglass_flowing_sand: '⏳',
  information_source: 'ℹ️',
  large_blue_circle: '🔵',
  large_green_circle: '🟢',
  large_orange_circle: '🟠',
  large_purple_circle: '🟣',
  large_yellow_circle: '🟡',
  lower_left_ballpoint_pen: '🖊️',
  mag: '🔍',
  no_entry: '⛔',
  question: '❓',
  grey_question: '❔',
  grey_exclamation: '❕',
  rotating_light: '🚨',
  simple_smile: '🙂',
  slightly_smiling_face: '🙂',
  speech_balloon: '💬',
  tada: '🎉',
  thinking_face: '🤔',
  warning: '⚠️',
  white_check_mark: '✅',
  x: '❌',
};

export type EmojiTable = ReadonlyMap<string, string>;

/** The table with Slack's own names over it. */
export function emojiTable(names: Readonly<Record<string, string>>): EmojiTable {
  return new Map([...Object.entries(names), ...Object.entries(SLACK_NAMES)]);
}

/** The character, or `undefined` for a name that is no emoji (`10:30:45`), to be shown as typed. */
export function emojiCharacter(table: EmojiTable, name: string): string | undefined {
  return table.get(name.replace(/::skin-tone-\d$/, ''));
}

/** Up to `limit` names that begin with, then contain, what was typed. */
export function findEmoji(table: EmojiTable, typed: string, limit: number): string[] {
  const names = [...table.keys()];
  const begins = names.filter((name) => name.startsWith(typed));
  const contains = names.filter((name) => !name.startsWith(typed) && name.includes(typed));
  return [...begins.sort((a, b) => a.length - b.length), ...contains].slice(0, limit);
}
