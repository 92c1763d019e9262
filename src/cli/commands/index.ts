import type { Command } from 'commander';
import type { Parts } from '../parts.js';
import { articleCommand } from './article.js';
import { classifyCommand } from './classify.js';
import { doctorCommand } from './doctor.js';
import { evaluateCommand } from './evaluate.js';
import { fixCommand } from './fix.js';
import { playgroundCommand } from './playground.js';

/** Every command, in the order the help shows them; each is the file of its name. */
export const commands: readonly ((parts: Parts) => Command)[] = [
  fixCommand,
  articleCommand,
  classifyCommand,
  playgroundCommand,
  doctorCommand,
  evaluateCommand,
];
