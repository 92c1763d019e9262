import { expect, it } from 'vitest';
import { checks } from '../../src/checks/index.js';
import type { Article } from '../../src/model/article.js';
import type { Place } from '../../src/model/system.js';
import { articleCard } from '../../src/slack/views/article-card.js';

const idsOfChecks = new Set(checks.map(({ id }) => id));

/** The menus of each console, where every path begins; what no console can do is done with an API client. */
const menus: Readonly<Partial<Record<Place, RegExp>>> = {
  okta: /^(?:Dashboard|Directory|Applications → Applications|Security|Reports) → |^Applications → Applications$/,
  access:
    /^(?:Dashboard|Users & Groups|Catalog|Identity & Access Management|Roles|Monitor|Accounts|Resources|Integrations|Settings) → |^API client\b/,
  uem: /^(?:Monitor|Devices|Accounts|Apps|Resources|Groups & Settings) → /,
};

/** What every article must keep, beyond the schema and the links that are checked at load. */
export function describeArticle(article: Article): void {
  it('tells in every step that happens in a console where to click', () => {
    const consoles = article.steps.filter(({ place }) => ['okta', 'access', 'uem'].includes(place));
    for (const step of consoles) expect(step.where, step.do).toMatch(/\S/);
  });

  it('writes menu paths with arrows, as the consoles’ labels in order', () => {
    for (const { where } of article.steps) expect(where ?? '').not.toMatch(/->|>|»/);
  });

  it('begins each menu path with a menu of that console, which a link can lead to', () => {
    for (const { place, where } of article.steps) {
      const menu = menus[place];
      if (menu !== undefined) expect(where).toMatch(menu);
    }
  });

  it('says of every step which checks tell whether it is right, or why none can', () => {
    const silent = article.steps.filter(({ checks, byHand }) => checks === undefined && byHand === undefined);
    expect(silent.map((step) => step.do)).toEqual([]);
  });

  it('names only checks that there are', () => {
    const named = article.steps.flatMap((step) => step.checks ?? []);
    expect(named.filter((id) => !idsOfChecks.has(id))).toEqual([]);
  });

  it('has its cause ruled out only by checks of its own steps that look for a cause', () => {
    const causes = new Set(checks.filter(({ shows }) => shows === 'cause').map(({ id }) => id));
    const own = new Set(article.steps.flatMap((step) => step.checks ?? []));
    expect((article.ruledOutBy ?? []).filter((id) => !own.has(id) || !causes.has(id))).toEqual([]);
  });

  it('has something left to do where its cause is ruled out', () => {
    const decides = new Set(article.ruledOutBy);
    const left = article.steps.filter(
      (step) => step.canHelpAnyway === true && step.checks?.every((id) => decides.has(id)) !== true,
    );
    if (article.ruledOutBy !== undefined) expect(left).not.toEqual([]);
  });

  it('has sentences: an upper-case first letter (or an attribute’s name) and a full stop', () => {
    const steps = article.steps.flatMap((step) => [
      step.do,
      step.expect,
      ...(step.byHand === undefined ? [] : [step.byHand]),
    ]);
    const sentences = [article.cause, ...steps];
    for (const sentence of [...sentences, ...article.tellsApart.map(({ by }) => by)]) {
      expect(sentence).toMatch(/^(?:[\p{Lu}\p{N}“"`']|[a-z]+[A-Z]).*[.!?]["”]?$/u);
    }
  });

  it('tells each neighbour apart in a line that stands alone, for on a card nothing stands before it', () => {
    for (const { by } of article.tellsApart) {
      expect(by).not.toMatch(/^(?:There|That|This|Those|These|Here|It|Same|The other)\b/);
      expect(by).not.toMatch(/\b(?:here|th(?:at|is) (?:one|article|error)|this very)\b/i);
      expect(by).not.toMatch(/[:;,.] there\b|\bthere[.;,]| there (?:the|Okta|Access|Workspace|nobody)\b/i);
    }
  });

  it('fits one Slack message whole', () => {
    const blocks = articleCard(article, ['matches the error text “…”']);
    expect(blocks.length).toBeLessThan(50);
    for (const block of blocks) {
      if (block.type === 'section') expect((block.text?.text ?? '').length).toBeLessThanOrEqual(3_000);
    }
    expect(JSON.stringify(blocks).length + blocks.length * 80).toBeLessThanOrEqual(9_500);
  });

  it('gives background below the steps, and says where its facts come from', () => {
    expect(article.body.trim().length).toBeGreaterThan(100);
    expect(article.source.section).not.toBe('');
    expect(Date.parse(article.reviewed)).not.toBeNaN();
  });
}
