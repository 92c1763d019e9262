import type { Reply } from '../../desk/reply.js';
import type { Block } from '../limits.js';

/** Where a reply is going to be shown. */
export interface ViewContext {
  /** The conversation, as the desk knows it; buttons carry it back. */
  readonly thread: string;
  /** Only the asker sees it: then it can be shared with the channel. */
  readonly ephemeral: boolean;
  /** Between one person and the bot; not so if left out. */
  readonly isDirect?: boolean;
}

/** A Reply's blocks before they are fitted: pure, the answer in the first block. */
export type View<K extends Reply['kind']> = (
  reply: Extract<Reply, { kind: K }>,
  shown: ViewContext,
) => readonly Block[];

/** The ids that buttons carry; `listeners/index.ts` binds them. Several of one row add `:` and a number. */
export const actionIds = {
  solved: 'solved',
  notSolved: 'not_solved',
  choose: 'choose',
  open: 'open_article',
  handOver: 'hand_over',
  share: 'share',
  shareReport: 'share_report',
  person: 'person',
  diagnose: 'diagnose',
  explain: 'explain',
  fullText: 'full_text',
  rightArticle: 'right_article',
  gapArticle: 'gap_article',
  gapExample: 'gap_example',
  gapDismiss: 'gap_dismiss',
  alertAcknowledge: 'alert_acknowledge',
  alertSnooze: 'alert_snooze',
  alertWake: 'alert_wake',
  alertFix: 'alert_fix',
  alertCheck: 'alert_check',
} as const;
