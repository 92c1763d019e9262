/** Which situation the simulated systems are in: a list to choose from, its story, and what to ask the bot then. */
import type { ComponentChildren, JSX } from 'preact';
import { useId, useRef, useState } from 'preact/hooks';
import type { PageScenario } from '../../page-protocol.js';
import { ListBox } from '../elements/list-box.js';
import { Popover } from '../elements/popover.js';
import { Icon } from './icons.js';

interface Props {
  readonly scenarios: readonly PageScenario[];
  /** The id of the one that is on. */
  readonly current: string;
  readonly onChoose: (id: string) => void;
  /** Puts the text into the composer. */
  readonly onTry: (text: string) => void;
  /** Stands under the switch. */
  readonly children?: ComponentChildren;
}

export function ScenarioBar({ scenarios, current, onChoose, onTry, children }: Props): JSX.Element | null {
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  const [typed, setTyped] = useState('');
  const labelId = useId();
  const valueId = useId();
  const scenario = scenarios.find(({ id }) => id === current);
  if (scenario === undefined) return null;
  const { pasted } = scenario;

  const close = (): void => {
    setOpen(false);
    setTyped('');
  };
  const wanted = typed.trim().toLowerCase();
  const found = scenarios.filter(({ title, story }) => `${title} ${story}`.toLowerCase().includes(wanted));
  return (
    <section class="scenario-bar" aria-label="Simulated tenants">
      <div class="scenario-choice">
        <span id={labelId} class="scenario-label">
          Scenario
        </span>
        <button
          ref={button}
          type="button"
          class="select scenario-select"
          aria-haspopup="listbox"
          aria-expanded={isOpen}
          aria-labelledby={`${labelId} ${valueId}`}
          onClick={() => setOpen(true)}
        >
          <span id={valueId} class="select-text">
            {scenario.title}
          </span>
          <Icon name="chevron-down" />
        </button>
      </div>
      {children}
      <p class="scenario-story">{scenario.story}</p>
      <div class="scenario-tries">
        {pasted !== undefined && <Try verb="Paste" text={`@wo-okta ${pasted}`} onTry={onTry} />}
        <Try verb="Try" text={scenario.tryThis} onTry={onTry} />
      </div>
      {isOpen && (
        <Popover anchor={button} label="Scenarios" className="scenario-list" onClose={close}>
          <ListBox
            label="Scenarios"
            choices={found.map(({ id, title, story }) => ({
              key: id,
              group: '',
              words: title,
              selected: id === current,
              label: (
                <>
                  <span class="scenario-title">
                    {title}
                    {id === current && <Icon name="check" />}
                  </span>
                  <span class="scenario-detail">{story}</span>
                </>
              ),
            }))}
            search={{ typed, onType: setTyped }}
            empty="No scenario has these words."
            onChoose={(id) => {
              close();
              onChoose(id);
            }}
          />
        </Popover>
      )}
    </section>
  );
}

/** Something worth asking in a scenario; a press puts it on its way. */
function Try({ verb, text, onTry }: { verb: string; text: string; onTry: Props['onTry'] }): JSX.Element {
  return (
    <button
      type="button"
      class="chip scenario-try"
      title={text}
      aria-label={`${verb} ${text}`}
      onClick={() => onTry(text)}
    >
      {verb} <span class="scenario-command">{text}</span>
    </button>
  );
}
