import type { JSX } from 'preact';
import type { PageMessage } from '../../page-protocol.js';
import { Icon } from '../shell/icons.js';
import { safeImage } from '../text/links.js';

type File = NonNullable<PageMessage['files']>[number];

/** A message's attachments: pictures shown, others as a card to open. */
export function Files({ files }: { files: readonly File[] }): JSX.Element | null {
  if (files.length === 0) return null;
  return (
    <div class="files">
      {files.map((file) => (
        <FileCard key={file.id} file={file} />
      ))}
    </div>
  );
}

function FileCard({ file }: { file: File }): JSX.Element {
  // Files lie on the playground's own server: the same rule as for pictures keeps every other scheme out.
  const href = safeImage(file.url);
  if (href !== undefined && file.mimetype.startsWith('image/')) {
    return (
      <a class="file-image" href={href} target="_blank" rel="noopener noreferrer">
        <img src={href} alt={file.name} loading="lazy" />
      </a>
    );
  }
  const inside = (
    <>
      <span class="file-icon">
        <Icon name="file" />
      </span>
      <span>
        <strong>{file.name}</strong>
        <span class="muted file-kind">{file.mimetype}</span>
      </span>
    </>
  );
  if (href === undefined) return <span class="file-card">{inside}</span>;
  return (
    <a class="file-card" href={href} target="_blank" rel="noopener noreferrer">
      {inside}
    </a>
  );
}
