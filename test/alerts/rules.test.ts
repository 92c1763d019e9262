import { readdir } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { rules } from '../../src/alerts/rules/index.js';
import { ruleIds } from '../../src/model/alert.js';
import { describeRule } from '../contracts/alert-rule.js';

describe('the list of rules', () => {
  it('has every file of the folder, under its name', async () => {
    const files = (await readdir('src/alerts/rules')).filter((file) => file !== 'index.ts');

    expect(rules.map(({ id }) => `${id}.ts`).sort()).toEqual(files.sort());
  });

  it('has every rule that can be routed, but for those of the engine itself', () => {
    const ofTheEngine = ['rule-failing', 'test'];

    expect(rules.map(({ id }) => id).sort()).toEqual(ruleIds.filter((id) => !ofTheEngine.includes(id)).sort());
  });
});

for (const rule of rules) describeRule(rule);
