import type { JSX } from 'preact';
import type { PageFile } from '../../page-protocol.js';
import { sizeText } from '../files/size.js';
import { Icon } from '../shell/icons.js';
import { safeImage } from '../text/links.js';

type Picture = NonNullable<PageFile['picture']>;

/** A message's files: pictures shown, texts by their first lines, others as a card to open. */
export function Files({ files }: { files: readonly PageFile[] }): JSX.Element | null {
  if (files.length === 0) return null;
  return (
    <div class="files">
      {files.map((file) => (
        <FileView key={file.id} file={file} />
      ))}
    </div>
  );
}

function FileView({ file }: { file: PageFile }): JSX.Element {
  // Files lie on the playground's own server: the same rule as for pictures keeps every other scheme out.
  const href = safeImage(file.url);
  if (href !== undefined && file.picture !== undefined)
    return <Thumbnail file={file} picture={file.picture} href={href} />;
  if (file.text !== undefined) return <Snippet file={file} text={file.text} href={href} />;
  return <Card file={file} href={href} />;
}

const WIDEST = 360;
const HIGHEST = 320;

/** The size at which a picture is shown: its own, or as large as there is room for. */
function fitted({ width, height }: Picture): Picture {
  const scale = Math.min(1, WIDEST / width, HIGHEST / height);
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

interface ThumbnailProps {
  readonly file: PageFile;
  readonly picture: Picture;
  readonly href: string;
}

function Thumbnail({ file, picture, href }: ThumbnailProps): JSX.Element {
  return (
    <figure class="file-image">
      <figcaption class="muted">{file.name}</figcaption>
      <a href={href} target="_blank" rel="noopener noreferrer">
        {/* Its measures keep the place free: messages do not jump when it has loaded. */}
        <img src={href} alt={file.name} {...fitted(picture)} loading="lazy" />
      </a>
    </figure>
  );
}

interface SnippetProps {
  readonly file: PageFile;
  readonly text: NonNullable<PageFile['text']>;
  readonly href: string | undefined;
}

function Snippet({ file, text, href }: SnippetProps): JSX.Element {
  const count = text.lines === 1 ? '1 line' : `${text.lines.toLocaleString('en')} lines`;
  return (
    <figure class="snippet">
      <figcaption class="snippet-head">
        <FileWords file={file} />
        {href !== undefined && (
          <a
            class="snippet-open"
            href={href}
            target="_blank"
            rel="noopener noreferrer"
            aria-label={`Open ${file.name}`}
          >
            Open
            <Icon name="external" />
          </a>
        )}
      </figcaption>
      <pre class="snippet-text">{text.preview}</pre>
      <p class="muted snippet-foot">{text.more > 0 ? `First ${text.lines - text.more} of ${count}` : count}</p>
    </figure>
  );
}

function Card({ file, href }: { file: PageFile; href: string | undefined }): JSX.Element {
  if (href === undefined) {
    return (
      <span class="file-card">
        <FileWords file={file} />
      </span>
    );
  }
  return (
    <a class="file-card" href={href} target="_blank" rel="noopener noreferrer">
      <FileWords file={file} />
    </a>
  );
}

function FileWords({ file }: { file: PageFile }): JSX.Element {
  return (
    <>
      <span class="file-icon">
        <Icon name="file" />
      </span>
      <span class="file-words">
        <strong class="file-name" title={file.name}>
          {file.name}
        </strong>
        <span class="muted file-kind">
          {file.kind} · {sizeText(file.size)}
        </span>
      </span>
    </>
  );
}
