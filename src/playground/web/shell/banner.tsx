import type { JSX } from 'preact';

/** Always there: what this page is, and when its server cannot be heard. */
export function Banner({ live }: { live: boolean }): JSX.Element {
  return (
    <div class={live ? 'banner' : 'banner is-lost'} role="note">
      <strong>Simulated Slack</strong>
      <span class="banner-words">
        <span class="banner-colon">: </span>nothing here leaves this computer
      </span>
      {!live && (
        <span class="banner-lost" role="status">
          Connection lost. Trying again…
        </span>
      )}
    </div>
  );
}
