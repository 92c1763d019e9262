/** A message or a view as a place of interactive elements: their values, their actions, and the confirmation some ask for. */
import { type ComponentChildren, createContext, type JSX } from 'preact';
import { useContext, useMemo, useState } from 'preact/hooks';
import type { PageAction } from '../../page-protocol.js';
import { child, type Json } from '../json.js';
import { post } from '../net/api.js';
import { useWorkspace } from '../shell/workspace.js';
import { ConfirmDialog } from './confirm.js';
import { actionIdOf, actionOf, currentValues, type StateValues } from './values.js';

export interface Surface {
  readonly values: StateValues;
  readonly errors: Readonly<Record<string, string>>;
  /** The element whose action is on its way: `block_id/action_id`. */
  readonly busy: string;
  set(blockId: string, element: Json, value: Json): void;
  /** Sends the element's action, after its confirmation if it asks for one. `value` also becomes its value. */
  act(blockId: string, element: Json, chosen: Json, value?: Json): void;
  /** Options of an external select for what was typed. */
  options(blockId: string, element: Json, typed: string): Promise<Json>;
}

const Context = createContext<Surface | undefined>(undefined);

interface Props {
  readonly container: PageAction['container'];
  readonly blocks: readonly Json[];
  readonly errors?: Readonly<Record<string, string>>;
  /** Told each time a value changes, with all of them. */
  readonly onValues?: (values: StateValues) => void;
  readonly children: ComponentChildren;
}

interface Pending {
  readonly confirm: Json;
  readonly proceed: () => void;
}

/** Holds the values of the blocks inside it. What the person changed outlives an update that keeps block and action ids. */
export function SurfaceProvider({ container, blocks, errors = {}, onValues, children }: Props): JSX.Element {
  const { report } = useWorkspace();
  const [changed, setChanged] = useState<StateValues>({});
  const [busy, setBusy] = useState('');
  const [pending, setPending] = useState<Pending | undefined>(undefined);
  const values = useMemo(() => currentValues(blocks, changed), [blocks, changed]);

  const set = (blockId: string, element: Json, value: Json): StateValues => {
    const own = { ...changed[blockId], [actionIdOf(element)]: value };
    const next = { ...changed, [blockId]: own };
    setChanged(next);
    const all = currentValues(blocks, next);
    onValues?.(all);
    return all;
  };
  const send = async (blockId: string, element: Json, chosen: Json, value: Json | undefined): Promise<void> => {
    const state = value === undefined ? values : set(blockId, element, value);
    setBusy(`${blockId}/${actionIdOf(element)}`);
    try {
      await post('action', { container, action: actionOf(element, blockId, chosen), state });
    } catch (error) {
      report(error instanceof Error ? error.message : String(error));
    } finally {
      setBusy('');
    }
  };
  const surface: Surface = {
    values,
    errors,
    busy,
    set,
    act(blockId, element, chosen, value) {
      const confirm = child(element, 'confirm');
      const proceed = (): void => void send(blockId, element, chosen, value);
      if (confirm === undefined) proceed();
      else setPending({ confirm, proceed });
    },
    options: (blockId, element, typed) =>
      post('options', { container, action_id: actionIdOf(element), block_id: blockId, value: typed }),
  };
  return (
    <Context.Provider value={surface}>
      {children}
      {pending !== undefined && (
        <ConfirmDialog
          confirm={pending.confirm}
          onClose={(isConfirmed) => {
            setPending(undefined);
            if (isConfirmed) pending.proceed();
          }}
        />
      )}
    </Context.Provider>
  );
}

/** The surface around a block. Throws outside of a provider: a fault of the page's own wiring. */
export function useSurface(): Surface {
  const surface = useContext(Context);
  if (surface === undefined) throw new Error('This component needs a SurfaceProvider around it.');
  return surface;
}
