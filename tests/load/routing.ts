/** Routing over many random teams: `npm run eval:routing -- --teams 10000 --seed 1`. */
import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { anyRequest } from '../support/any-team.ts';
import { playRequest } from '../support/played-request.ts';
import { brokenPromises } from '../support/routing-promises.ts';

const { values } = parseArgs({
  options: { teams: { type: 'string', default: '10000' }, seed: { type: 'string', default: '1' } },
});
const requests = fc.sample(anyRequest, { numRuns: Number(values.teams), seed: Number(values.seed) });
const ends = new Map<string, number>();
let offers = 0;
let broken = 0;
for (const request of requests) {
  const played = playRequest(request);
  const promises = brokenPromises(request, played);
  ends.set(played.state.status, (ends.get(played.state.status) ?? 0) + 1);
  offers += played.asked.length;
  if (promises.length === 0) continue;
  broken += 1;
  console.log(promises.join('; '), JSON.stringify(request));
}
console.log(`${requests.length} teams, agents asked ${offers} times, ${broken} requests broke a promise`);
for (const [end, count] of ends) console.log(`  ${end}: ${count}`);
process.exitCode = broken === 0 ? 0 : 1;
