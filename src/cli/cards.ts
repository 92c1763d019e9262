import type { Also, ArticleLink, Choice, Reply } from '../desk/reply.js';
import type { Article, Step } from '../model/article.js';
import { isAboutPerson } from '../model/lookup.js';
import { secretRemedies } from '../model/secret-remedies.js';
import { placeNames } from '../model/system.js';
import type { Redaction } from '../model/understanding.js';
import type { Output } from './output.js';
import { plainLine, wrap } from './plain-text.js';

/** How a card is drawn. */
export type Style = Pick<Output, 'paint' | 'width'>;

/** What `fix` and `article` have to say. Watched channels, hand-over and stored questions are Slack's; reports have a card of their own. */
export type ShellReply =
  | Exclude<
      Reply,
      {
        readonly kind:
          | 'unknown'
          | 'silence'
          | 'report'
          | 'people'
          | 'trail'
          | 'trace'
          | 'alerts'
          | 'diagnosis'
          | 'evidence'
          | 'full-text'
          | 'audit'
          | 'gaps'
          | 'draft';
      }
    >
  | Omit<Extract<Reply, { readonly kind: 'unknown' }>, 'recordId' | 'tried'>;

/** A Reply as text for a terminal, ending with a line break. Everything in it from people or files is made plain. */
export function card(reply: ShellReply, style: Style): string {
  const blocks = blocksOf(reply, style);
  const warning = 'redactions' in reply ? redactionWarning(reply.redactions, style) : [];
  const also = 'also' in reply ? alsoText(reply.also, style) : [];
  return `${[...warning, ...blocks, ...also].join('\n\n')}\n`;
}

function blocksOf(reply: ShellReply, style: Style): string[] {
  const { paint } = style;
  const line = (text: string, indent?: string) => wrap(text, style.width, indent);
  switch (reply.kind) {
    case 'answer':
      return reply.answers.flatMap(({ article, match }, index) => [
        ...(index === 0 ? [] : [paint.dim('─'.repeat(Math.min(style.width, 60)))]),
        ...articleBlocks(
          article,
          style,
          match.evidence.length === 0 ? [] : [`Why this one: ${evidenceLine(match.evidence)}`],
        ),
      ]);
    case 'article':
      return articleBlocks(reply.article, style, []);
    case 'question':
      return [
        paint.bold(line(plainLine(reply.question))),
        ...(reply.evidence.length === 0 ? [] : [paint.dim(line(`What I recognised: ${evidenceLine(reply.evidence)}`))]),
        choiceLines(reply.choices, style).join('\n'),
        line('Open one, or ask again and add what you know: the device, whether it is managed, when it happens.'),
      ];
    case 'lookup': {
      const about = reply.users
        .slice(0, 5)
        .map((user) => plainLine(user, 200))
        .join(', ');
      return [
        paint.bold(line(`${plainLine(reply.title)}${about === '' ? '' : ` for ${about}`}: look here`)),
        reply.byHand
          .map(({ place, where, look }, index) =>
            [
              line(`${index + 1}. ${placeNames[place]}: ${plainLine(where)}`, '   '),
              `   ${line(`Look for: ${plainLine(look)}`, '   ')}`,
            ].join('\n'),
          )
          .join('\n'),
        line(`Where the live systems are connected, ${paint.command(`${reply.lookup} --help`)} says how to ask them.`),
      ];
    }
    case 'unknown':
      return [
        paint.bold('I don’t know this one.'),
        ...(reply.nearest.length === 0
          ? ['Nothing I know comes near it.']
          : [`Nearest, but I am not sure:\n${links(reply.nearest, style)}`]),
        line('The exact error text, the device and the product help me: ask again with them.'),
      ];
    case 'notice':
      return [line(plainLine(reply.text))];
    case 'articles':
      return [links(reply.matches, style)];
    case 'help':
      return [
        line(
          'This asks what I can do: I find the fix for an error text or a description of a problem with Okta and Workspace ONE.',
        ),
        `${paint.command('--help')} shows all commands.`,
      ];
  }
}

function articleBlocks(article: Article, style: Style, why: readonly string[]): string[] {
  const { paint, width } = style;
  const { source } = article;
  const neighbours = article.tellsApart
    .slice(0, 3)
    .map(({ from, by }) => `${wrap(`- ${plainLine(by)}`, width, '  ')}\n  ${paint.command(`article ${from}`)}`);
  const from = `Source: ${plainLine(source.title)}, ${plainLine(source.section)}${source.url === undefined ? '' : ` (${plainLine(source.url)})`}`;
  return [
    [paint.bold(wrap(plainLine(article.title), width)), ...why.map((text) => paint.dim(wrap(text, width)))].join('\n'),
    `${paint.bold('Cause:')} ${wrap(plainLine(article.cause), width - 7)}`,
    ...article.steps.map((step, index) => stepText(step, index + 1, style)),
    ...(neighbours.length === 0 ? [] : [`${paint.bold('Not this?')}\n${neighbours.join('\n')}`]),
    paint.dim(wrap(`${article.id}@${article.version} · ${from} · Reviewed ${article.reviewed}`, width)),
  ];
}

function stepText(
  { do: what, place, where, expect, values = [] }: Step,
  number: number,
  { paint, width }: Style,
): string {
  const label = `${number}. `;
  const indent = ' '.repeat(label.length);
  const line = (text: string) => indent + wrap(text, width - indent.length, indent);
  return [
    wrap(`${label}${plainLine(what)}`, width, indent),
    line(`Where: ${placeNames[place]}${where === undefined ? '' : ` → ${plainLine(where)}`}`),
    // One a line and never broken, so that they can be copied.
    ...(values.length === 1 ? [`${indent}Value: ${paint.code(plainLine(values[0] ?? ''))}`] : []),
    ...(values.length > 1
      ? [`${indent}Values:`, ...values.map((value) => `${indent}  ${paint.code(plainLine(value))}`)]
      : []),
    line(`You should see: ${plainLine(expect)}`),
  ].join('\n');
}

/** The choices of a question, each with the command that leads there. */
export function choiceLines(choices: readonly Choice[], { paint, width }: Style): string[] {
  return choices.map(
    (choice) => `${wrap(`- ${plainLine(choice.label)}`, width, '  ')}\n  ${paint.command(argumentsFor(choice))}`,
  );
}

function argumentsFor({ intentId, leadsTo }: Choice): string {
  if (leadsTo === undefined) return `article ${plainLine(intentId)}`;
  if (leadsTo === 'help') return '--help';
  return isAboutPerson(leadsTo) ? `${leadsTo} <user>` : leadsTo;
}

/** Articles to open, one a line. */
export function links(articles: readonly ArticleLink[], { paint, width }: Style): string {
  const longest = Math.max(...articles.map(({ articleId }) => articleId.length));
  const indent = ' '.repeat(longest + 2);
  return articles
    .map(({ articleId, title }) => {
      const id = plainLine(articleId);
      return `${paint.code(id)}${' '.repeat(longest - id.length + 2)}${wrap(plainLine(title), width - indent.length, indent)}`;
    })
    .join('\n');
}

/** What was recognised and is not shown, each with how to open it. */
export function alsoText(also: readonly Also[] = [], { paint, width }: Style): string[] {
  if (also.length === 0) return [];
  const lines = also.flatMap(({ articles }) =>
    articles.flatMap(({ articleId, title }, index) => [
      index === 0 ? wrap(`- ${plainLine(title)}`, width, '  ') : `  or: ${wrap(plainLine(title), width - 6, '      ')}`,
      `  ${paint.command(`article ${plainLine(articleId)}`)}`,
    ]),
  );
  return [[paint.bold('Also in it:'), ...lines].join('\n')];
}

/** Says which secrets a text holds, and what to do; nothing when there are none. */
export function redactionWarning(redactions: readonly Redaction[], { paint, width }: Style): string[] {
  const found = redactions.filter(({ count }) => count > 0);
  if (found.length === 0) return [];
  const kinds = found.map(({ kind, count }) => `${secretRemedies[kind].name} × ${count}`).join(', ');
  const text = `The text holds a secret (${kinds}). It was neither stored nor repeated here. If others can read where you took it from:`;
  const remedies = found.map(({ kind }) =>
    wrap(`- ${secretRemedies[kind].name}: ${secretRemedies[kind].remedy}.`, width, '  '),
  );
  return [paint.bad([wrap(text, width), ...remedies].join('\n'))];
}

function evidenceLine(evidence: readonly string[]): string {
  return evidence
    .slice(0, 3)
    .map((text) => plainLine(text))
    .join(' · ');
}
