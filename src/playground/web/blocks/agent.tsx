/** The newer blocks: plan, task_card, alert, card, carousel, container. */
import type { ComponentChildren, JSX } from 'preact';
import { Element } from '../elements/element.js';
import { asObject, child, flag, type Json, list, str } from '../json.js';
import { Icon, type IconName } from '../shell/icons.js';
import { safeHref } from '../text/links.js';
import { Plain } from '../text/view.js';
import { type BlockProps, Blocks } from './block.js';
import { Picture } from './media.js';
import { RichText } from './rich-text.js';
import { TextObject } from './text-object.js';

const LEVELS: Readonly<Record<string, IconName>> = {
  info: 'info',
  warning: 'warning',
  error: 'error',
  success: 'success',
};

export function Alert({ block }: BlockProps): JSX.Element {
  const level = str(block, 'level');
  return (
    <div class={`block alert is-${LEVELS[level] === undefined ? 'default' : level}`}>
      <Icon name={LEVELS[level] ?? 'info'} />
      <div class="text">
        <TextObject object={child(block, 'text')} />
      </div>
    </div>
  );
}

export function Card({ block, blockId }: BlockProps): JSX.Element {
  const hero = child(block, 'hero_image');
  const icon = child(block, 'icon');
  const actions = list(block, 'actions');
  return (
    <article class="block card">
      {hero !== undefined && <Picture image={hero} className="card-hero" />}
      <div class="card-head">
        {icon !== undefined && <Picture image={icon} className="card-icon" />}
        <div class="text">
          <div class="card-title">
            <TextObject object={child(block, 'title')} />
          </div>
          <div class="muted">
            <TextObject object={child(block, 'subtitle')} />
          </div>
        </div>
      </div>
      <div class="card-body text">
        <TextObject object={child(block, 'body')} />
      </div>
      {actions.length > 0 && (
        <div class="actions">
          {actions.map((element) => (
            <Element key={str(element, 'action_id')} element={element} blockId={blockId} />
          ))}
        </div>
      )}
    </article>
  );
}

export function Carousel({ block }: BlockProps): JSX.Element {
  return (
    <section class="block carousel" aria-label="Cards">
      <Blocks blocks={list(block, 'elements')} />
    </section>
  );
}

export function Container({ block }: BlockProps): JSX.Element {
  const inside = <Blocks blocks={list(block, 'child_blocks')} />;
  const rich = child(block, 'rich_text_title');
  const title = rich === undefined ? <TextObject object={child(block, 'title')} /> : <RichText block={rich} />;
  if (!flag(block, 'is_collapsible')) {
    return (
      <section class="block container">
        <div class="container-title">{title}</div>
        {inside}
      </section>
    );
  }
  return (
    <details class="block container" open={!flag(block, 'default_collapsed')}>
      <summary class="container-title">{title}</summary>
      {inside}
    </details>
  );
}

const STATUS: Readonly<Record<string, { readonly icon: IconName; readonly words: string }>> = {
  pending: { icon: 'pending', words: 'Pending' },
  in_progress: { icon: 'working', words: 'In progress' },
  complete: { icon: 'success', words: 'Complete' },
  error: { icon: 'error', words: 'Failed' },
};

export function Plan({ block }: BlockProps): JSX.Element {
  return (
    <details class="block plan" open>
      <summary class="container-title">
        <Plain text={textOf(block, 'title')} />
      </summary>
      <ol class="tasks">{list(block, 'tasks').map(renderTask)}</ol>
    </details>
  );
}

function renderTask(task: Json): ComponentChildren {
  return (
    <li>
      <TaskBody task={task} />
    </li>
  );
}

export function TaskCard({ block }: BlockProps): JSX.Element {
  return (
    <div class="block task-card">
      <TaskBody task={block} />
    </div>
  );
}

function TaskBody({ task }: { task: Json }): JSX.Element {
  const status = STATUS[str(task, 'status')] ?? { icon: 'pending' as const, words: 'Pending' };
  const details = child(task, 'details');
  const output = child(task, 'output');
  return (
    <div class={`task is-${str(task, 'status')}`}>
      <span class="task-status" role="img" aria-label={status.words} title={status.words}>
        <Icon name={status.icon} />
      </span>
      <div class="task-main">
        <div class="task-title">
          <Plain text={textOf(task, 'title')} />
        </div>
        {details !== undefined && <RichText block={details} />}
        {output !== undefined && <RichText block={output} />}
        <div class="sources">{list(task, 'sources').map(renderSource)}</div>
      </div>
    </div>
  );
}

function renderSource(source: Json): ComponentChildren {
  const href = safeHref(str(source, 'url'));
  if (href === undefined) return null;
  return (
    <a class="source" href={href} target="_blank" rel="noopener noreferrer">
      {str(source, 'text') || href}
    </a>
  );
}

/** A field that Slack documents as text and also takes as a text object. */
function textOf(json: Json, key: string): string {
  return str(json, key) || str(asObject(json[key]), 'text');
}
