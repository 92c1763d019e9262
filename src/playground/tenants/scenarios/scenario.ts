import type { World } from '../world.js';

/** One change of the healthy tenants, e.g. "Access sends the short user name". */
export type Change = (world: World) => void;

/** Something that somebody says in Slack meanwhile. */
export interface Said {
  /** Their e-mail address. */
  readonly by: string;
  /** Without `#`. */
  readonly channel: string;
  /** As typed. */
  readonly text: string;
  /** Milliseconds after the scenario is put on. */
  readonly after: number;
}

/** A situation that the three tenants can be in: the healthy ones and a few named changes. */
export interface Scenario {
  readonly id: string;
  /** A short phrase for the page's switch. */
  readonly title: string;
  /** One sentence: what happened to whom, and why. */
  readonly story: string;
  /** Whom to ask about: what a person would type after `check`. */
  readonly subject: string;
  /** A question worth trying, as typed in Slack. */
  readonly tryThis: string;
  /** What somebody who has the trouble would paste into Slack: the products' own text, or what people say. */
  readonly pasted?: string;
  /** What is behind it, where that is a setting: the article that mends it, and the check that proves it. */
  readonly cause?: { readonly article: string; readonly check: string };
  readonly changes: readonly Change[];
  /** What people say in Slack, for whoever simulates that too. */
  readonly chatter?: readonly Said[];
}
