import { createUnderstand, examplesOf, learn } from '../../../dist/understanding/index.js';

/** The whole of the project's understanding: redaction, error texts, classifier, entities, decision. */
export const woOkta = {
  name: 'wo-okta',
  how: 'whole understanding of a message, not the classifier alone; its own thresholds, as shipped',
  train(intents) {
    const understand = createUnderstand(intents, learn(examplesOf(intents.values())));
    return (text, surface) => {
      const { decision, intents: ranked } = understand(text, { surface });
      const [first] = ranked;
      if (decision === 'none' || first === undefined) return undefined;
      return { label: first.id, score: first.confidence, answers: decision === 'answer' };
    };
  },
};
