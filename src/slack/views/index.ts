import type { Reply } from '../../desk/reply.js';
import { type Message, toMessage } from '../limits.js';
import { codeSpan } from '../text.js';
import { alertsView } from './alerts-list.js';
import { answerView } from './answer.js';
import { articleView } from './article.js';
import { whereTheRestIs } from './article-card.js';
import { articlesView } from './articles.js';
import { auditView } from './audit.js';
import { diagnosisView } from './diagnosis.js';
import { draftView } from './draft.js';
import { evidenceView } from './evidence.js';
import { fullTextView } from './full-text.js';
import { gapsView } from './gaps.js';
import { helpView } from './help.js';
import { lookupView } from './lookup.js';
import { noticeView } from './notice.js';
import { peopleView } from './people.js';
import { questionView } from './question.js';
import { readAlongBlocks } from './read-along.js';
import { redactionWarning } from './redaction-warning.js';
import { reportView } from './report.js';
import { traceView } from './trace.js';
import { trailView } from './trail.js';
import { unknownView } from './unknown.js';
import type { View, ViewContext } from './view.js';

const views = {
  answer: answerView,
  question: questionView,
  unknown: unknownView,
  diagnosis: diagnosisView,
  evidence: evidenceView,
  'full-text': fullTextView,
  audit: auditView,
  lookup: lookupView,
  report: reportView,
  people: peopleView,
  alerts: alertsView,
  trail: trailView,
  gaps: gapsView,
  draft: draftView,
  trace: traceView,
  article: articleView,
  articles: articlesView,
  help: helpView,
  notice: noticeView,
  silence: () => [],
} satisfies { readonly [K in Reply['kind']]: View<K> };

/** A Reply as a message that Slack accepts, whatever is in it; nothing for silence. */
export function renderReply(reply: Reply, shown: ViewContext): Message | undefined {
  if (reply.kind === 'silence') return undefined;
  return toMessage(draw(reply, shown), restOf(reply));
}

function draw<K extends Reply['kind']>(reply: Extract<Reply, { kind: K }>, shown: ViewContext) {
  // One key of the table and one kind of Reply: TypeScript cannot see that they are the same K.
  const view = views[reply.kind as K] as unknown as View<K>;
  const [first, ...rest] = view(reply, shown);
  if (first === undefined) return [];
  // Cards of answers take all the room there is, so that view makes room for these itself.
  if (reply.kind === 'answer') return [first, ...rest];
  return [first, ...redactionWarning(reply.redactions ?? [], shown), ...readAlongBlocks(reply.read, shown), ...rest];
}

function restOf(reply: Reply): string {
  if (reply.kind === 'article') return whereTheRestIs(reply.article);
  if (reply.kind === 'articles')
    return `… Cut to fit Slack. Narrow it with words: ${codeSpan('/wo-okta article <words>')}`;
  if (reply.kind === 'report') {
    const { lookup, subject = '' } = reply.report;
    return `… Cut to fit Slack. All of it: ${codeSpan(`wo-okta ${lookup} ${subject === '' ? '' : '<user>'}`.trim())} in a shell.`;
  }
  if (reply.kind === 'trace') return `… Cut to fit Slack. All of it: ${codeSpan('wo-okta trace <file>')} in a shell.`;
  return '… Cut to fit Slack.';
}
