import { labelled, naturalPart } from './labelled.js';

/** Training takes time with examples × vocabulary × labels × steps: all of them would take over an hour. */
const examplesPerLabel = 10;

/** natural's logistic regression, one against the rest. */
export const naturalLogistic = {
  name: 'natural LogisticRegressionClassifier',
  how: `defaults; only the first ${examplesPerLabel} examples of each label, because all would take over an hour to train`,
  train(intents) {
    const LogisticRegressionClassifier = naturalPart('classifiers/logistic_regression_classifier');
    const classifier = new LogisticRegressionClassifier();
    const taken = new Map();
    for (const { text, label } of labelled(intents)) {
      const count = (taken.get(label) ?? 0) + 1;
      taken.set(label, count);
      if (count <= examplesPerLabel) classifier.addDocument(text, label);
    }
    classifier.train();
    return (text) => {
      const [first] = classifier.getClassifications(text);
      return { label: first.label, score: first.value };
    };
  },
};
