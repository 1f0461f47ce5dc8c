import { writeFileSync } from 'node:fs';
import { packModel } from '../stored-model.ts';
import { readCorpus } from './corpus.ts';
import { trainModel } from './train-model.ts';

/** `npm run train:intents`: learns the classifier from the corpus, and stores it beside the code that uses it. */
const { model, features } = trainModel(readCorpus());
const file = new URL('../intent-model.json', import.meta.url);
writeFileSync(file, `${JSON.stringify(packModel(model, features), null, 2)}\n`);
process.stdout.write(`${features.length} features, ${model.intents.length} intents\n`);
