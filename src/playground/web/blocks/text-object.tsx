import type { JSX } from 'preact';
import { type Json, str } from '../json.js';
import { Mrkdwn, Plain } from '../text/view.js';

/** A `plain_text` or `mrkdwn` object; `fallback` when there is none. */
export function TextObject(props: { object: Json | undefined; fallback?: string }): JSX.Element {
  const { object, fallback = '' } = props;
  const text = str(object, 'text') || fallback;
  if (str(object, 'type') === 'mrkdwn') return <Mrkdwn text={text} />;
  return <Plain text={text} emoji={object?.['emoji'] !== false} />;
}
