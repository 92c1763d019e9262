import type { JSX } from 'preact';

// 20 × 20 outlines, drawn with the text's colour.
const PATHS = {
  app: 'M8.7 3.2a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11ZM12.7 12.7l4.1 4.1M6.3 8.9l1.8 1.8 3.1-3.6',
  at: 'M13 10a3 3 0 1 1-6 0 3 3 0 0 1 6 0Zm0 0v1.2a2.1 2.1 0 0 0 4.2 0V10A7.2 7.2 0 1 0 14 16',
  bolt: 'M11 2.5 4.5 11.5H9.5L9 17.5 15.5 8.5H10.5Z',
  'chevron-down': 'm5.5 8 4.5 4.5L14.5 8',
  check: 'm4.5 10.5 3.7 3.7 7.3-8',
  clip: 'm15.5 9.3-5.7 5.7a3.6 3.6 0 0 1-5.1-5.1l6-6a2.4 2.4 0 0 1 3.4 3.4l-5.9 5.9a1.2 1.2 0 0 1-1.7-1.7l5.4-5.4',
  clock: 'M10 2.8a7.2 7.2 0 1 0 0 14.4 7.2 7.2 0 0 0 0-14.4ZM10 5.8V10l2.8 2',
  close: 'm5 5 10 10M15 5 5 15',
  error: 'M10 2.8a7.2 7.2 0 1 0 0 14.4 7.2 7.2 0 0 0 0-14.4ZM7.4 7.4l5.2 5.2M12.6 7.4l-5.2 5.2',
  external:
    'M8 4.5H5A1.5 1.5 0 0 0 3.5 6v9A1.5 1.5 0 0 0 5 16.5h9a1.5 1.5 0 0 0 1.5-1.5v-3M11.5 3.5h5v5M16.2 3.8 9.5 10.5',
  eye: 'M2 10s3-5.2 8-5.2 8 5.2 8 5.2-3 5.2-8 5.2S2 10 2 10Zm8 2.3a2.3 2.3 0 1 0 0-4.6 2.3 2.3 0 0 0 0 4.6Z',
  file: 'M5 2.8h6l4 4v10.4H5ZM11 2.8v4h4',
  hash: 'M7.8 3.5 6.2 16.5M13.8 3.5 12.2 16.5M3.8 7.5h13M3.2 12.5h13',
  image: 'M3 4.5h14v11H3Zm0 8.5 4-4 3.5 3.5 2.5-2.5 4 4M13.2 8h.1',
  info: 'M10 2.8a7.2 7.2 0 1 0 0 14.4 7.2 7.2 0 0 0 0-14.4Zm0 6.2v4.5M10 6.4v.1',
  menu: 'M3.5 5.5h13M3.5 10h13M3.5 14.5h13',
  more: 'M4.5 10h.1M10 10h.1M15.5 10h.1',
  pending: 'M10 2.8a7.2 7.2 0 1 0 0 14.4 7.2 7.2 0 0 0 0-14.4Z',
  reply: 'M4 4.5h12v8.5H9l-3.5 3v-3H4Z',
  send: 'M3.5 16.5 17 10 3.5 3.5 5.5 9l5 1-5 1Z',
  slash: 'M12.5 3.5 7.5 16.5',
  smile: 'M10 2.8a7.2 7.2 0 1 0 0 14.4 7.2 7.2 0 0 0 0-14.4ZM7.4 8v.1M12.6 8v.1M6.8 11.5a3.7 3.7 0 0 0 6.4 0',
  success: 'M10 2.8a7.2 7.2 0 1 0 0 14.4 7.2 7.2 0 0 0 0-14.4ZM6.8 10.2l2.2 2.2 4.2-4.6',
  switch: 'M3.5 7h12M12.5 4l3 3-3 3M16.5 13h-12M7.5 10l-3 3 3 3',
  'thumbs-down': 'M6 11V4h7.5c1 0 1.5.5 1.7 1.5l1 4c.2 1-.5 1.8-1.5 1.8h-3.5l.6 3.2c.1 1-.6 1.8-1.5 1.8L6.8 11H3.5V4H6',
  'thumbs-up': 'M6 9v7h7.5c1 0 1.5-.5 1.7-1.5l1-4c.2-1-.5-1.8-1.5-1.8h-3.5l.6-3.2c.1-1-.6-1.8-1.5-1.8L6.8 9H3.5v7H6',
  trash: 'M4 5.5h12M8 5.5v-2h4v2M5.5 5.5l.7 11h7.6l.7-11M8.5 8.5v5M11.5 8.5v5',
  upload: 'M10 13V3.5M6.2 7 10 3.2 13.8 7M3.5 13v3.5h13V13',
  warning: 'M10 3.2 17.5 16.5h-15ZM10 8v4M10 14.2v.1',
  working: 'M10 2.8A7.2 7.2 0 1 1 2.8 10',
} as const;

export type IconName = keyof typeof PATHS;

/** A small picture beside words that say the same; hidden from screen readers. */
export function Icon({ name }: { name: IconName }): JSX.Element {
  return (
    <svg class={`icon icon-${name}`} viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  );
}
