/** Files that were attached and are not sent yet, by place, for as long as the page is open. */
import { useReducer, useState } from 'preact/hooks';
import { FILE_LIMITS } from '../../page-protocol.js';
import { acceptFiles } from './accept.js';

export interface Attachment {
  readonly key: number;
  readonly file: File;
  /** Of a picture: an address at which this page can show it. */
  readonly thumbnail: string | undefined;
}

export interface Attachments {
  readonly items: readonly Attachment[];
  /** Why something was not attached; `''` when all was. */
  readonly refusal: string;
  add(files: readonly File[]): void;
  remove(attachment: Attachment): void;
  /** Takes them all away to send them. */
  take(): readonly Attachment[];
  /** Puts back what could not be sent. */
  putBack(items: readonly Attachment[]): void;
}

const kept = new Map<string, readonly Attachment[]>();
const none: readonly Attachment[] = [];
let lastKey = 0;

/** The attachments of a channel or thread. */
export function useAttachments(place: string): Attachments {
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const [refused, setRefused] = useState({ place, sentence: '' });
  const items = kept.get(place) ?? none;
  const keep = (next: readonly Attachment[]): void => {
    if (next.length === 0) kept.delete(place);
    else kept.set(place, next);
    redraw(undefined);
  };
  const refuse = (sentence: string): void => setRefused({ place, sentence });
  return {
    items,
    refusal: refused.place === place ? refused.sentence : '',
    add(files) {
      const now = kept.get(place) ?? none;
      const { taken, refusal } = acceptFiles(files, now.length, { most: FILE_LIMITS.files, bytes: FILE_LIMITS.bytes });
      refuse(refusal);
      keep([...now, ...taken.map(attachmentOf)]);
    },
    remove(attachment) {
      release([attachment]);
      refuse('');
      keep(items.filter((item) => item !== attachment));
    },
    take() {
      refuse('');
      keep(none);
      return items;
    },
    putBack(taken) {
      keep([...taken, ...(kept.get(place) ?? none)]);
    },
  };
}

/** Frees what showing them took: they are sent, or gone. */
export function release(items: readonly Attachment[]): void {
  for (const { thumbnail } of items) if (thumbnail !== undefined) URL.revokeObjectURL(thumbnail);
}

function attachmentOf(file: File): Attachment {
  lastKey += 1;
  return {
    key: lastKey,
    file,
    thumbnail: file.type.startsWith('image/') ? URL.createObjectURL(file) : undefined,
  };
}
