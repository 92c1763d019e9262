import { labelled, naturalPart } from './labelled.js';

/** natural's naive Bayes. */
export const naturalBayes = {
  name: 'natural BayesClassifier',
  how: 'defaults; score: share of the first label in the sum of all, as the values themselves shrink with length',
  train(intents) {
    const BayesClassifier = naturalPart('classifiers/bayes_classifier');
    const classifier = new BayesClassifier();
    for (const { text, label } of labelled(intents)) classifier.addDocument(text, label);
    classifier.train();
    return (text) => {
      const values = classifier.getClassifications(text);
      const sum = values.reduce((total, { value }) => total + value, 0);
      return { label: values[0].label, score: sum === 0 ? 0 : values[0].value / sum };
    };
  },
};
