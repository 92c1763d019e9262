/** Pictures, files, videos. A picture that the page may not load shows its description instead. */
import type { ComponentChildren, JSX } from 'preact';
import { useState } from 'preact/hooks';
import { child, type Json, str } from '../json.js';
import { Icon } from '../shell/icons.js';
import { safeHref, safeImage } from '../text/links.js';
import type { BlockProps } from './block.js';
import { TextObject } from './text-object.js';

/** An `image` element or block's picture. */
export function Picture({ image, className }: { image: Json; className: string }): JSX.Element {
  const [isBroken, setBroken] = useState(false);
  const address = str(image, 'image_url') || str(child(image, 'slack_file'), 'url');
  const source = safeImage(address);
  const description = str(image, 'alt_text');
  if (source === undefined || isBroken) {
    return (
      <span class={`${className} picture-missing`} role="img" aria-label={description} title={address}>
        <Icon name="image" />
        <span class="picture-words">{description}</span>
      </span>
    );
  }
  return <img class={className} src={source} alt={description} loading="lazy" onError={() => setBroken(true)} />;
}

export function ImageBlock({ block }: BlockProps): JSX.Element {
  const title = child(block, 'title');
  return (
    <figure class="block image">
      {title !== undefined && (
        <figcaption>
          <TextObject object={title} />
        </figcaption>
      )}
      <Picture image={block} className="block-image" />
    </figure>
  );
}

export function FileBlock({ block }: BlockProps): JSX.Element {
  return (
    <div class="block file">
      <Icon name="file" />
      <span>Remote file {str(block, 'external_id')}</span>
    </div>
  );
}

/** A video as its still and a link: the page embeds nothing from other sites. */
export function Video({ block }: BlockProps): JSX.Element {
  const href = safeHref(str(block, 'title_url')) ?? safeHref(str(block, 'video_url'));
  const still: Json = { image_url: str(block, 'thumbnail_url'), alt_text: str(block, 'alt_text') };
  const title: ComponentChildren = <TextObject object={child(block, 'title')} />;
  return (
    <figure class="block image">
      <figcaption>
        {href === undefined ? (
          title
        ) : (
          <a href={href} target="_blank" rel="noopener noreferrer">
            {title}
          </a>
        )}
      </figcaption>
      <Picture image={still} className="block-image" />
      <p class="muted">
        <TextObject object={child(block, 'description')} />
      </p>
    </figure>
  );
}
