import { number, percent, table } from '../lib/table.js';
import { everySystem } from '../lookups/report.js';

/** MB: below, what is held neither grows nor shrinks by more than what happens to be remembered at that hour. */
const flatMb = 1;
/** What a message may take on top of a polling interval. */
const slackMs = 1_000;

/** The section `alerts` as tables. */
export function alertsReport({ day, calls, latency }) {
  return [dayReport(day), callsReport(calls), latencyReport(latency)].join('\n\n');
}

function dayReport({ events, seconds, processorSeconds, perSecond, timesReading, longestRoundMs, held, growthMb }) {
  const last = held.at(-1);
  const { posted, spent, mostCalls, behindMs, memoriesKb, told } = last;
  const all = Object.values(spent).reduce((sum, ms) => sum + ms, 0);
  const shares = Object.entries(spent).map(([what, ms]) => `${what} ${percent(ms / all)}`);
  return [
    `ALERTS: A DAY  ${count(events)} events of one day through the rules over events, a round a minute; no network, no disk`,
    '',
    table(
      [
        'after',
        'events/s',
        'held after a collection',
        'of it compiled code',
        'memories of the rules',
        'stored each round',
      ],
      held.map((look) => [
        count(look.events),
        number(look.perSecond),
        `${look.heldMb.toFixed(2)} MB`,
        `${look.codeMb.toFixed(2)} MB`,
        `${number(sumOf(look.memoriesKb))} kB`,
        `${number(look.storedKb)} kB`,
      ]),
    ),
    '',
    `the day       ${number(perSecond)} events/s: ${number(seconds)} s for all of it (${number(processorSeconds)} s of a processor), the longest round ${number(longestRoundMs)} ms`,
    `reading alone ${number(timesReading)} × the time of JSON.parse and zod for the same events, each once`,
    `spent on      ${shares.join(', ')}`,
    `memories      ${listed(memoriesKb, (kb) => `${number(kb)} kB`)}`,
    `told          ${listed(posted, (times) => `${times} ×`)}; ${count(told)} of the events are of a kind that rules use`,
    `calls         at most ${mostCalls.okta} / ${mostCalls.access} a round (Okta / Workspace ONE Access); ${behindMs === 0 ? 'never behind' : `at most ${number(behindMs / 60_000)} min behind`}`,
    `growth        ${growthMb.toFixed(2)} MB from the first tenth to the end, without compiled code (aim: at most ${flatMb} MB) ${verdict(growthMb <= flatMb)}`,
  ].join('\n');
}

function callsReport({ budget, counted }) {
  const sum = (calls) => calls.reduce((all, one) => all + one, 0);
  const [healthy] = counted;
  const busiest = [...counted].sort((a, b) => sum(b.steady) - sum(a.steady) || sum(b.hour) - sum(a.hour))[0];
  const rounds = ['first', 'steady', 'quarter', 'hour'];
  const most = budget.map((_, place) =>
    Math.max(...counted.flatMap((one) => rounds.map((round) => one[round][place]))),
  );
  return [
    `ALERTS: CALLS  API calls of one round, retries included: ${everySystem} (signing in to Access not counted)`,
    '',
    table(
      ['scenario', 'the first', 'most rounds', 'each quarter of an hour', 'each hour'],
      [
        ['healthy', healthy],
        [`${busiest.scenario}, the busiest`, busiest],
      ].map(([name, one]) => [name, ...rounds.map((round) => one[round].join(' / '))]),
    ),
    '',
    `most calls    ${most.join(' / ')} in any round of ${counted.length} scenarios (a minute’s budget: ${budget.join(' / ')}) ${verdict(most.every((calls, place) => calls <= budget[place]))}`,
  ].join('\n');
}

function latencyReport(runs) {
  const [{ pollMs, bursts }] = runs;
  return [
    `ALERTS: TIME  from failing sign-ins in the simulated Okta to the message in Slack; read every ${pollMs / 1_000} s, ${bursts} bursts at any moment of it`,
    '',
    table(
      ['a first message waits', 'median', 'longest', `aim: at most ${number((pollMs + slackMs) / 1_000)} s`],
      runs.map(({ groupWaitMs, medianMs, longestMs }) => [
        `${number(groupWaitMs / 1_000)} s for its group`,
        `${number(medianMs / 1_000)} s`,
        `${number(longestMs / 1_000)} s`,
        verdict(longestMs <= pollMs + slackMs),
      ]),
    ),
  ].join('\n');
}

function count(value) {
  return value.toLocaleString('en');
}

function sumOf(figures) {
  return Object.values(figures).reduce((sum, figure) => sum + figure, 0);
}

function listed(figures, show) {
  return Object.entries(figures)
    .map(([name, figure]) => `${name} ${show(figure)}`)
    .join(', ');
}

function verdict(isReached) {
  return isReached ? 'reached' : 'missed';
}
