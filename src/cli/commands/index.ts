import type { Command } from 'commander';
import type { Parts } from '../parts.js';
import { alertsCommand } from './alerts.js';
import { articleCommand } from './article.js';
import { auditCommand } from './audit.js';
import { checkCommand } from './check.js';
import { classifyCommand } from './classify.js';
import { devicesCommand } from './devices.js';
import { diagnoseCommand } from './diagnose.js';
import { doctorCommand } from './doctor.js';
import { evaluateCommand } from './evaluate.js';
import { fixCommand } from './fix.js';
import { gapsCommand } from './gaps.js';
import { idpCommand } from './idp.js';
import { lastFailureCommand } from './last-failure.js';
import { playgroundCommand } from './playground.js';
import { tokenCommand } from './token.js';
import { traceCommand } from './trace.js';
import { trailCommand } from './trail.js';

/** Every command, in the order the help shows them; each is the file of its name. */
export const commands: readonly ((parts: Parts) => Command)[] = [
  fixCommand,
  diagnoseCommand,
  articleCommand,
  traceCommand,
  checkCommand,
  lastFailureCommand,
  devicesCommand,
  tokenCommand,
  idpCommand,
  auditCommand,
  alertsCommand,
  trailCommand,
  gapsCommand,
  classifyCommand,
  playgroundCommand,
  doctorCommand,
  evaluateCommand,
];
