import type { Words } from '../words.ts';

export const spending: Words['spending'] = {
  title: 'Spending cap',
  lead: 'How much may be spent on calls a day. At the cap, outgoing calls stop until the next day; calls in progress go on.',
  today: 'Spent today (an estimate, in the bill’s currency)',
  spent: '{{spent, number}}',
  ofCap: '{{spent, number}} of {{cap, number}}',
  priceUnknown: 'Not known, because no price per minute is set',
  minutes:
    '{{minutes, number}} minutes of lines in all: the customer’s, the AI’s and the agent’s, each rounded up to whole minutes.',
  estimate:
    'This is an estimate: the carrier’s bill tells what it was. Days begin at midnight, {{zone}}. Verification and test calls are not in it.',
  standing: {
    uncapped: 'There is no cap',
    within: 'Well within the cap',
    near: '80% of the cap is spent',
    reached: 'The cap is reached, so outgoing calls have stopped. To go on, raise it below and save.',
  },
  dailyCap: 'Cap per day (in the bill’s currency)',
  dailyCapHint: 'In the currency of the carrier’s bill. Empty: no cap.',
  pricePerMinute: 'Price of a line per minute (in the bill’s currency)',
  pricePerMinuteHint: 'Use the highest rate among the numbers you call often, to stay within the cap.',
  none: 'No cap',
  amount: '{{amount, number}}',
  problem: {
    cap: 'Enter a number from 1 to 100,000,000, or nothing',
    price: 'Enter a number from 0 to 10,000',
    priceMissing: 'A cap needs a price',
  },
  loading: 'Loading what was spent',
};
