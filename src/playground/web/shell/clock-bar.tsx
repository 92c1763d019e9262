/** The playground's time, and jumps ahead: what takes days in real tenants can be seen in a minute. */
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { PageJump } from '../../page-protocol.js';
import { clockTime } from '../text/dates.js';
import { Icon } from './icons.js';
import { useWorkspace } from './workspace.js';

const JUMPS: readonly { readonly by: PageJump['by']; readonly name: string }[] = [
  { by: 'hour', name: '1 hour' },
  { by: 'day', name: '1 day' },
  { by: 'week', name: '7 days' },
];
const LOOK_EVERY_MS = 5_000;

export function ClockBar({ onJump }: { onJump: (by: PageJump['by']) => void }): JSX.Element {
  const { now } = useWorkspace();
  const [, setLooked] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setLooked((times) => times + 1), LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, []);
  const millis = now();
  const day = new Date(millis).toLocaleDateString(undefined, { weekday: 'short', day: 'numeric', month: 'short' });
  return (
    <div class="clock-bar">
      <time class="clock-time" dateTime={new Date(millis).toISOString()}>
        <Icon name="clock" />
        {day}, {clockTime(millis)}
      </time>
      <fieldset
        class="clock-jumps"
        title="Time only goes forward. Choose the scenario again to start it afresh at the time shown."
      >
        <legend>Jump ahead</legend>
        {JUMPS.map(({ by, name }) => (
          <button
            key={by}
            type="button"
            class="clock-jump"
            aria-label={`Jump ahead ${name}`}
            onClick={() => onJump(by)}
          >
            {name}
          </button>
        ))}
      </fieldset>
    </div>
  );
}
