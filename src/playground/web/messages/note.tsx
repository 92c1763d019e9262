/** What somebody did to the playground itself: a grey line between the messages. */
import type { JSX } from 'preact';
import type { PageMessage } from '../../page-protocol.js';
import { Icon } from '../shell/icons.js';
import { useWorkspace } from '../shell/workspace.js';
import { clockTime, millisOf } from '../text/dates.js';
import { Mrkdwn } from '../text/view.js';

export function Note({ message }: { message: PageMessage }): JSX.Element {
  const { users } = useWorkspace();
  const millis = millisOf(message.ts);
  return (
    <div class="note" data-ts={message.ts}>
      <span class="note-mark">
        <Icon name="switch" />
      </span>
      <span class="note-text">
        {users.get(message.user)?.realName || message.user} <Mrkdwn text={message.text} />
        <time dateTime={new Date(millis).toISOString()} title={new Date(millis).toLocaleString()}>
          {clockTime(millis)}
        </time>
      </span>
    </div>
  );
}
