import type { App, BlockAction, ButtonAction, StaticSelectAction } from '@slack/bolt';
import { traceForm } from '../views/trace-form.js';
import { actionIds } from '../views/view.js';
import { onChoice, onFeedback, onOpen, onShare } from './actions.js';
import { onAlertCheck, onAlertDeed, onAlertFix } from './alerts.js';
import { onCommand } from './command.js';
import type { Deps } from './deps.js';
import { onDiagnose } from './diagnose.js';
import { onGap, onRightArticle } from './gaps.js';
import { onHandOver } from './hand-over.js';
import { onExplain, onFullText } from './look-closer.js';
import { onPerson, onShareReport } from './lookups.js';
import { onMention } from './mention.js';
import { onMessage } from './message.js';
import { onFindTheFix } from './shortcut.js';
import { onTraceForm } from './trace-form.js';

/** Binds every Slack id to its listener: what is not here, the bot does not hear. `slack-manifest.yaml` names the same. */
export function bindListeners(app: App, deps: Deps): void {
  app.event('app_mention', onMention(deps));
  app.event('message', onMessage(deps));
  app.command('/wo-okta', onCommand(deps));
  app.view(traceForm.callbackId, onTraceForm(deps));
  app.shortcut({ callback_id: 'find_the_fix', type: 'message_action' }, onFindTheFix(deps));

  app.action<BlockAction<ButtonAction>>(actionIds.solved, onFeedback(deps));
  app.action<BlockAction<ButtonAction>>(actionIds.notSolved, onFeedback(deps));
  app.action<BlockAction<ButtonAction>>(numbered(actionIds.choose), onChoice(deps));
  app.action<BlockAction<ButtonAction>>(numbered(actionIds.open), onOpen(deps));
  app.action<BlockAction<ButtonAction>>(actionIds.handOver, onHandOver(deps));
  app.action<BlockAction<ButtonAction>>(actionIds.share, onShare(deps));
  app.action<BlockAction<ButtonAction>>(numbered(actionIds.person), onPerson(deps));
  app.action<BlockAction<ButtonAction>>(actionIds.shareReport, onShareReport(deps));
  app.action<BlockAction<ButtonAction>>(actionIds.diagnose, onDiagnose(deps));
  app.action<BlockAction<ButtonAction>>(actionIds.explain, onExplain(deps));
  app.action<BlockAction<ButtonAction>>(actionIds.rightArticle, onRightArticle(deps));
  app.action<BlockAction<ButtonAction>>(actionIds.gapArticle, onGap(deps));
  app.action<BlockAction<ButtonAction>>(actionIds.gapExample, onGap(deps));
  app.action<BlockAction<ButtonAction>>(actionIds.gapDismiss, onGap(deps));
  app.action<BlockAction<ButtonAction>>(actionIds.alertAcknowledge, onAlertDeed(deps));
  app.action<BlockAction<ButtonAction>>(actionIds.fullText, onFullText(deps));
  app.action<BlockAction<StaticSelectAction>>(actionIds.alertSnooze, onAlertDeed(deps));
  app.action<BlockAction<ButtonAction>>(actionIds.alertWake, onAlertDeed(deps));
  app.action<BlockAction<ButtonAction>>(actionIds.alertFix, onAlertFix(deps));
  app.action<BlockAction<ButtonAction>>(actionIds.alertCheck, onAlertCheck(deps));
}

/** Several buttons of one kind in a row are numbered, because Slack wants ids unique within a row. */
function numbered(actionId: string): RegExp {
  return new RegExp(`^${actionId}:\\d{1,2}$`);
}
