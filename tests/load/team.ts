/** A team at work, in accelerated time: `npm run simulate:team -- --agents 50 --calls 500 --minutes 30 --seed 1`. */
import { parseArgs } from 'node:util';
import { playTeam } from '../support/played-team.ts';

const { values } = parseArgs({
  options: {
    agents: { type: 'string', default: '50' },
    calls: { type: 'string', default: '500' },
    minutes: { type: 'string', default: '30' },
    seed: { type: 'string', default: '1' },
  },
});
const begun = performance.now();
const figures = playTeam({
  agents: Number(values.agents),
  calls: Number(values.calls),
  minutes: Number(values.minutes),
  seed: Number(values.seed),
});
const {
  reached,
  lostPatience,
  putOff,
  offers,
  duplicateClaims,
  wrongOffers,
  brokenPromises,
  waits,
  answers,
  passedOver,
  neverAsked,
  free,
  onBreak,
} = figures;
const calls = Number(values.calls);
const lines = [
  `${values.agents} agents, ${calls} calls, ${values.minutes} minutes in ${Math.round((performance.now() - begun) / 1_000)} s`,
  `offers ${offers}, duplicate claims ${duplicateClaims}, offers to wrong agents ${wrongOffers.length}, broken promises ${brokenPromises.length}`,
  `median time to accept ${median(answers)} s from the offer, ${median(waits)} s from when the customer began to wait`,
  `abandoned ${calls - reached} of ${calls} (${(((calls - reached) / calls) * 100).toFixed(1)} %): ${putOff} put off by the AI, ${lostPatience} hung up`,
  `of those, ${passedOver} while somebody who was not asked was free for more than 2 s`,
  `and ${neverAsked} without anybody being asked`,
  `agents on average: ${free.toFixed(1)} free, ${onBreak.toFixed(1)} on a break`,
  ...wrongOffers.slice(0, 10),
  ...brokenPromises.slice(0, 10),
];
for (const line of lines) console.log(line);
process.exitCode = duplicateClaims + wrongOffers.length + brokenPromises.length === 0 ? 0 : 1;

function median(seconds: readonly number[]): string {
  return (seconds.toSorted((a, b) => a - b)[Math.floor(seconds.length / 2)] ?? Number.NaN).toFixed(1);
}
