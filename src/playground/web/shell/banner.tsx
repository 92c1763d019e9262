import type { JSX } from 'preact';

interface Props {
  readonly live: boolean;
  /** Names of the real systems that the bot reads. */
  readonly realSystems: readonly string[];
}

/** Always there: what this page is, what is real behind it, and when its server cannot be heard. */
export function Banner({ live, realSystems }: Props): JSX.Element {
  const isReal = realSystems.length > 0;
  return (
    <div class={isReal ? 'banner is-real' : 'banner'} role="note">
      <span>
        <strong>{isReal ? 'Simulated Slack, real tenants' : 'Simulated Slack'}</strong>:{' '}
        {isReal ? `lookups read ${listed(realSystems)} and change nothing there` : 'nothing here leaves this computer'}
      </span>
      {!live && (
        <span class="banner-lost" role="status">
          Connection lost. Trying again…
        </span>
      )}
    </div>
  );
}

function listed(names: readonly string[]): string {
  return new Intl.ListFormat('en').format(names);
}
