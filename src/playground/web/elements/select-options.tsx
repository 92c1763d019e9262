/** Where a select's options come from: the element itself, the app (external), or the workspace's users and channels. */
import { useEffect, useState } from 'preact/hooks';
import { useSurface } from '../blocks/surface.js';
import { TextObject } from '../blocks/text-object.js';
import { chosenIds, optionsOf } from '../blocks/values.js';
import { child, type Json, list, num, str } from '../json.js';
import { useWorkspace, type Workspace } from '../shell/workspace.js';
import type { ElementProps } from './element.js';
import type { Choice } from './list-box.js';

export interface Options {
  readonly choices: readonly Choice[];
  readonly isExternal: boolean;
  readonly typed: string;
  type(typed: string): void;
  /** What the list says when it has nothing. */
  readonly empty: string;
  /** The option of a key, for selects whose values are options; `undefined` where values are ids. */
  optionOf(key: string): Json | undefined;
  nameOf(key: string, value: Json | undefined, field: string): string;
}

// Long enough that a word typed at normal speed asks the app once.
const PAUSE_MS = 250;

/** The options to offer now. An external select asks the app while it is open, after a pause in typing. */
export function useOptions({ element, blockId }: ElementProps, isOpen: boolean): Options {
  const workspace = useWorkspace();
  const surface = useSurface();
  const [typed, setTyped] = useState('');
  const [answer, setAnswer] = useState<Json>({});
  const [status, setStatus] = useState('');
  const type = str(element, 'type');
  const isExternal = type.endsWith('external_select');
  const shortest = num(element, 'min_query_length') ?? 3;

  useEffect(() => {
    if (!isExternal || !isOpen) return;
    if (typed.length < shortest) {
      setAnswer({});
      setStatus(`Type at least ${shortest} characters.`);
      return;
    }
    setStatus('Loading…');
    let isStale = false;
    const timer = setTimeout(() => {
      surface.options(blockId, element, typed).then(
        (found) => {
          if (!isStale) {
            setAnswer(found);
            setStatus('No results.');
          }
        },
        (error: Error) => {
          if (!isStale) setStatus(error.message);
        },
      );
    }, PAUSE_MS);
    return () => {
      isStale = true;
      clearTimeout(timer);
    };
  }, [isExternal, isOpen, typed, shortest, blockId]);

  const all = placesOf(type, workspace) ?? optionChoices(isExternal ? answer : element);
  const wanted = typed.trim().toLowerCase();
  const choices = isExternal ? all : all.filter(({ words }) => words.toLowerCase().includes(wanted));
  return {
    choices,
    isExternal,
    typed,
    type: setTyped,
    empty: isExternal ? status : 'No results.',
    optionOf: (key) =>
      optionsOf(isExternal ? answer : element).find(({ option }) => str(option, 'value') === key)?.option,
    nameOf(key, value, field) {
      const known = all.find((choice) => choice.key === key)?.words;
      const stored = [child(value, field), ...list(value, field)].find((option) => str(option, 'value') === key);
      return known ?? (str(child(stored, 'text'), 'text') || key);
    },
  };
}

function optionChoices(source: Json): Choice[] {
  return optionsOf(source).map(({ group, option }) => ({
    key: str(option, 'value'),
    group,
    label: (
      <>
        <TextObject object={child(option, 'text')} />
        {child(option, 'description') !== undefined && (
          <span class="choice-description">
            <TextObject object={child(option, 'description')} />
          </span>
        )}
      </>
    ),
    words: str(child(option, 'text'), 'text'),
    selected: false,
  }));
}

function placesOf(type: string, workspace: Workspace): Choice[] | undefined {
  const choice = (key: string, words: string): Choice => ({ key, group: '', label: words, words, selected: false });
  if (type.endsWith('users_select')) {
    return [...workspace.users.values()].map((user) => choice(user.id, user.realName || user.name));
  }
  if (type.endsWith('channels_select')) {
    const channels = workspace.channels.filter(({ kind }) => kind === 'channel');
    return channels.map((channel) => choice(channel.id, `#${channel.name}`));
  }
  if (!type.endsWith('conversations_select')) return undefined;
  return workspace.channels.map(({ id, kind, name }) => choice(id, kind === 'channel' ? `#${name}` : name));
}

/** The keys of what is chosen: options' values, or ids. */
export function chosenKeys(value: Json | undefined, field: string): readonly string[] {
  const options = [child(value, field), ...list(value, field)].filter((option) => option !== undefined);
  return options.length > 0 ? options.map((option) => str(option, 'value')) : chosenIds(value, field);
}

/** The state value for these keys: options or ids, one or several, as the element's type has them. */
export function chosenValue(
  options: Options,
  keys: readonly string[],
  value: Json | undefined,
  field: string,
  isMany: boolean,
): unknown {
  const stored = [child(value, field), ...list(value, field)];
  const values = keys.map(
    (key) => options.optionOf(key) ?? stored.find((option) => str(option, 'value') === key) ?? key,
  );
  return isMany ? values : values[0];
}
