/** The blocks that hold elements: actions, context_actions, input. */
import type { ComponentChildren, JSX } from 'preact';
import { Element } from '../elements/element.js';
import { child, flag, type Json, list, str } from '../json.js';
import { Plain } from '../text/view.js';
import type { BlockProps } from './block.js';
import { useSurface } from './surface.js';
import { TextObject } from './text-object.js';
import { actionIdOf } from './values.js';

export function Actions({ block, blockId }: BlockProps): JSX.Element {
  const render = (element: Json): ComponentChildren => (
    <Element key={actionIdOf(element)} element={element} blockId={blockId} />
  );
  return <div class="block actions">{list(block, 'elements').map(render)}</div>;
}

export function ContextActions(props: BlockProps): JSX.Element {
  return <Actions {...props} />;
}

// A group of choices is labelled as a group; a single control by a <label> that points to it.
const GROUPS = new Set(['checkboxes', 'radio_buttons']);

export function InputBlock({ block, blockId }: BlockProps): JSX.Element {
  const { errors } = useSurface();
  const element = child(block, 'element') ?? {};
  const error = errors[blockId];
  const id = `input-${blockId}`;
  const hint = child(block, 'hint');
  const label = (
    <>
      <TextObject object={child(block, 'label')} />
      {flag(block, 'optional') && <span class="muted"> (optional)</span>}
    </>
  );
  const describedBy = error !== undefined ? `${id}-error` : hint !== undefined ? `${id}-hint` : undefined;
  const control = (
    <Element
      element={element}
      blockId={blockId}
      input={{ id, describedBy, invalid: error !== undefined, dispatches: flag(block, 'dispatch_action') }}
    />
  );
  return (
    <div class={error === undefined ? 'block input' : 'block input has-error'}>
      {GROUPS.has(str(element, 'type')) ? (
        <fieldset aria-describedby={describedBy}>
          <legend class="label">{label}</legend>
          {control}
        </fieldset>
      ) : (
        <>
          <label class="label" for={id}>
            {label}
          </label>
          {control}
        </>
      )}
      {error !== undefined && (
        <p class="field-error" id={`${id}-error`} role="alert">
          <Plain text={error} />
        </p>
      )}
      {hint !== undefined && (
        <p class="hint" id={`${id}-hint`}>
          <TextObject object={hint} />
        </p>
      )}
    </div>
  );
}
