import type {
  AlertRequest,
  Desk,
  DiagnosisRequest,
  GapRequest,
  LookupRequest,
  Place,
  Question,
} from '../../../src/desk/question.js';
import type { Reply } from '../../../src/desk/reply.js';

/** A desk that remembers what it was asked and answers what the test tells it to. */
export interface FakeDesk extends Desk {
  readonly asked: Question[];
  readonly commands: { readonly question: Question; readonly asText: boolean }[];
  readonly chosen: { readonly place: Place; readonly intentId: string; readonly by: string }[];
  readonly lookedUp: LookupRequest[];
  readonly shared: (LookupRequest & { readonly report: string })[];
  readonly diagnosed: DiagnosisRequest[];
  readonly explained: { readonly diagnosisId: string; readonly asker: string }[];
  readonly alertActs: AlertRequest[];
  readonly confirmed: Parameters<Desk['confirmArticle']>[0][];
  readonly gapActs: GapRequest[];
  readonly feedbacks: Parameters<Desk['feedback']>[0][];
  readonly handedOver: { readonly place: Place; readonly recordId: string; readonly by: string }[];
}

/** What the desk answers; each may also throw. */
export interface Answers {
  readonly ask?: (question: Question) => Reply | Promise<Reply>;
  readonly command?: (question: Question) => Reply | Promise<Reply>;
  readonly choose?: () => Reply;
  readonly lookUp?: () => Reply | Promise<Reply>;
  readonly shareReport?: () => Reply;
  readonly diagnose?: (request: DiagnosisRequest) => Reply | Promise<Reply>;
  readonly explain?: () => Reply;
  readonly fullText?: (id: string) => Reply;
  readonly actOnAlert?: () => Reply;
  readonly confirmArticle?: () => Reply;
  readonly actOnGap?: (request: GapRequest) => Reply;
  readonly feedback?: () => Reply;
  readonly handOver?: () => Awaited<ReturnType<Desk['handOver']>>;
  readonly watched?: readonly string[];
  readonly knownThreads?: readonly string[];
}

const silence: Reply = { kind: 'silence' };

export function fakeDesk(answers: Answers = {}): FakeDesk {
  const seen = new Set<string>();
  const desk: FakeDesk = {
    asked: [],
    commands: [],
    chosen: [],
    lookedUp: [],
    shared: [],
    diagnosed: [],
    explained: [],
    alertActs: [],
    confirmed: [],
    gapActs: [],
    feedbacks: [],
    handedOver: [],
    fullText: (id) => answers.fullText?.(id) ?? silence,
    async firstTime(key) {
      const first = !seen.has(key);
      seen.add(key);
      return first;
    },
    async ask(question) {
      desk.asked.push(question);
      return answers.ask?.(question) ?? silence;
    },
    async command(question, { asText }) {
      desk.commands.push({ question, asText });
      return answers.command?.(question) ?? silence;
    },
    async choose(place, intentId, by) {
      desk.chosen.push({ place, intentId, by });
      return answers.choose?.() ?? silence;
    },
    async lookUp(request) {
      desk.lookedUp.push(request);
      return answers.lookUp?.() ?? silence;
    },
    async shareReport(request) {
      desk.shared.push(request);
      return answers.shareReport?.() ?? silence;
    },
    async diagnose(request, onProgress) {
      desk.diagnosed.push(request);
      onProgress?.(1, 2);
      return (await answers.diagnose?.(request)) ?? silence;
    },
    explain(diagnosisId, asker) {
      desk.explained.push({ diagnosisId, asker });
      return answers.explain?.() ?? silence;
    },
    async actOnAlert(request) {
      desk.alertActs.push(request);
      return answers.actOnAlert?.() ?? { kind: 'notice', tone: 'done', text: 'Acknowledged.' };
    },
    async confirmArticle(given) {
      desk.confirmed.push(given);
      return answers.confirmArticle?.() ?? { kind: 'notice', tone: 'done', text: 'Proposed.' };
    },
    async actOnGap(request) {
      desk.gapActs.push(request);
      return answers.actOnGap?.(request) ?? { kind: 'notice', tone: 'done', text: 'Put aside.' };
    },
    async feedback(given) {
      desk.feedbacks.push(given);
      return answers.feedback?.() ?? { kind: 'notice', tone: 'done', text: 'Thank you.' };
    },
    async handOver(place, recordId, by) {
      desk.handedOver.push({ place, recordId, by });
      return (
        answers.handOver?.() ?? {
          reply: { kind: 'notice', tone: 'done', text: 'Noted.' },
          excerpt: 'the question',
          tried: [],
        }
      );
    },
    async isWatched(channel) {
      return answers.watched?.includes(channel) ?? false;
    },
    async knowsThread({ thread }) {
      return answers.knownThreads?.includes(thread) ?? false;
    },
  };
  return desk;
}
