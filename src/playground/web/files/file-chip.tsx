import type { JSX } from 'preact';
import { Icon } from '../shell/icons.js';
import { sizeText } from './size.js';

interface Props {
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  readonly thumbnail?: string | undefined;
  readonly onRemove: () => void;
}

/** A file before it is sent: what it is, and a way to take it out again. */
export function FileChip({ name, size, thumbnail, onRemove }: Props): JSX.Element {
  return (
    <li class="file-chip">
      {thumbnail === undefined ? (
        <span class="file-icon">
          <Icon name="file" />
        </span>
      ) : (
        <img class="file-thumb" src={thumbnail} alt="" />
      )}
      <span class="file-words">
        <span class="file-name" title={name}>
          {name}
        </span>
        <span class="muted file-kind">{sizeText(size)}</span>
      </span>
      <button type="button" class="file-remove" aria-label={`Remove ${name}`} title="Remove" onClick={onRemove}>
        <Icon name="close" />
      </button>
    </li>
  );
}
