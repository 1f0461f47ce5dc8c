import type { SimulatedClock } from '../../../backend/simulator/clock.ts';
import type { Caller } from '../../../backend/simulator/exchange/incoming.ts';
import type { Reply, Script } from '../../../backend/simulator/personas/persona.ts';
import { createScriptedCaller } from '../../support/scripted-caller.ts';

/** A company that rings us: who it is and what it wants is drawn by lot. */
export function createRandomCaller(from: string, random: () => number, clock: SimulatedClock): Caller {
  const script = scripts[Math.floor(random() * scripts.length)] ?? silent;
  return createScriptedCaller(from, script, clock);
}

const silent: Script = { type: 'wordless', hangsUpAfterMs: 60_000 };

const scripts: readonly Script[] = [
  silent,
  { type: 'wordless', hangsUpAfterMs: 1_500 },
  calls([listen('担当の方をお願いします。'), listen('はい、お願いします。')]),
  calls([listen('見積もりをお願いしたいので、担当の方にお伝えください。'), listen('はい、お願いします。')]),
  calls([listen('明日の午後三時にかけ直してください。'), listen('はい、よろしくお願いいたします。')]),
  calls([
    {
      say: '着信がありましたが、営業でしたら、もう電話しないでください。',
      afterwards: { type: 'hang-up' },
    },
  ]),
];

function calls(replies: readonly [Reply, ...Reply[]]): Script {
  return {
    type: 'reception',
    greeting: 'もしもし、先ほどお電話をいただいた者ですが。',
    replies,
    talk: ['はい、折り返しお電話いたしました。', '料金は、だいたいどのくらいになりますか。'],
    askedToRepeat: 'repeats',
  };
}

function listen(say: string): Reply {
  return { say, afterwards: { type: 'listen' } };
}
