/** The blocks that are text: section, header, context, markdown, divider. */
import type { ComponentChildren, JSX } from 'preact';
import { Element } from '../elements/element.js';
import { child, type Json, list, str } from '../json.js';
import { parseMarkdown } from '../text/markdown.js';
import { TextBlocks } from '../text/view.js';
import type { BlockProps } from './block.js';
import { Picture } from './media.js';
import { TextObject } from './text-object.js';

export function Section({ block, blockId }: BlockProps): JSX.Element {
  const accessory = child(block, 'accessory');
  const fields = list(block, 'fields');
  return (
    <div class="block section">
      <div class="section-main text">
        {child(block, 'text') !== undefined && <TextObject object={child(block, 'text')} />}
        {fields.length > 0 && <div class="fields">{fields.map(renderField)}</div>}
      </div>
      {accessory !== undefined && (
        <div class="accessory">
          {str(accessory, 'type') === 'image' ? (
            <Picture image={accessory} className="accessory-image" />
          ) : (
            <Element element={accessory} blockId={blockId} />
          )}
        </div>
      )}
    </div>
  );
}

function renderField(field: Json): ComponentChildren {
  return (
    <div class="fact">
      <TextObject object={field} />
    </div>
  );
}

export function Header({ block }: BlockProps): JSX.Element {
  return (
    <h3 class="block header">
      <TextObject object={child(block, 'text')} />
    </h3>
  );
}

export function Divider(): JSX.Element {
  return <hr class="block divider" />;
}

export function Context({ block }: BlockProps): JSX.Element {
  return <div class="block context text">{list(block, 'elements').map(renderContextPart)}</div>;
}

function renderContextPart(part: Json): ComponentChildren {
  if (str(part, 'type') === 'image') return <Picture image={part} className="context-image" />;
  return (
    <span class="context-text">
      <TextObject object={part} />
    </span>
  );
}

export function MarkdownBlock({ block }: BlockProps): JSX.Element {
  return (
    <div class="block text markdown">
      <TextBlocks blocks={parseMarkdown(str(block, 'text'))} />
    </div>
  );
}
