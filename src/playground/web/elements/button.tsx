/** Buttons: plain, link, feedback pair, icon. */
import type { JSX } from 'preact';
import { useSurface } from '../blocks/surface.js';
import { TextObject } from '../blocks/text-object.js';
import { actionIdOf } from '../blocks/values.js';
import { child, type Json, str, strings } from '../json.js';
import { Icon } from '../shell/icons.js';
import { useWorkspace } from '../shell/workspace.js';
import { safeHref } from '../text/links.js';
import type { ElementProps } from './element.js';

/** A button. One with a `url` opens it and also tells the app, as in Slack. */
export function Button({ element, blockId }: ElementProps): JSX.Element {
  const surface = useSurface();
  const style = str(element, 'style');
  const tone = style === 'primary' ? 'button is-primary' : style === 'danger' ? 'button is-danger' : 'button';
  const label = str(element, 'accessibility_label') || undefined;
  const href = safeHref(str(element, 'url'));
  const press = (): void => surface.act(blockId, element, {});
  const text = <TextObject object={child(element, 'text')} />;
  if (href !== undefined) {
    return (
      <a class={tone} href={href} target="_blank" rel="noopener noreferrer" aria-label={label} onClick={press}>
        {text}
        <Icon name="external" />
      </a>
    );
  }
  const busy = surface.busy === `${blockId}/${actionIdOf(element)}`;
  return (
    <button type="button" class={tone} aria-label={label} aria-busy={busy} disabled={busy} onClick={press}>
      {text}
    </button>
  );
}

export function FeedbackButtons({ element, blockId }: ElementProps): JSX.Element {
  const surface = useSurface();
  const one = (key: 'positive_button' | 'negative_button', icon: 'thumbs-up' | 'thumbs-down'): JSX.Element => {
    const button = child(element, key);
    const words = str(button, 'accessibility_label') || str(child(button, 'text'), 'text');
    const chosen: Json = { value: str(button, 'value'), text: child(button, 'text') };
    return (
      <button
        type="button"
        class="icon-button"
        title={str(child(button, 'text'), 'text')}
        aria-label={words}
        onClick={() => surface.act(blockId, element, chosen)}
      >
        <Icon name={icon} />
      </button>
    );
  };
  return (
    <span class="button-pair">
      {one('positive_button', 'thumbs-up')}
      {one('negative_button', 'thumbs-down')}
    </span>
  );
}

export function IconButton({ element, blockId }: ElementProps): JSX.Element | null {
  const surface = useSurface();
  const { me } = useWorkspace();
  const visible = strings(element, 'visible_to_user_ids');
  if (visible.length > 0 && !visible.includes(me.id)) return null;
  const words = str(child(element, 'text'), 'text');
  return (
    <button
      type="button"
      class="icon-button"
      title={words}
      aria-label={str(element, 'accessibility_label') || words}
      onClick={() => surface.act(blockId, element, {})}
    >
      <Icon name={str(element, 'icon') === 'trash' ? 'trash' : 'more'} />
    </button>
  );
}
