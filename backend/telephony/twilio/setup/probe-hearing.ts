import type { AiPlacement } from '../../placement.ts';
import type { FetchPage } from './fetched.ts';
import { type Finding, wrong } from './finding.ts';
import {
  deafFinding,
  heardFinding,
  noApplicationFinding,
  noResultFinding,
  notPlacedFinding,
  unansweredCallFinding,
  unreachedFinding,
} from './probe-findings.ts';
import type { ProbeLine } from './probe-line.ts';
import { signedProbeQuestion, signedProbeTurn } from './signed-question.ts';
import { rootOf } from './twiml-problem.ts';

export interface HearingProbe {
  readonly line: ProbeLine;
  readonly fetchPage: FetchPage;
  readonly publicUrl: string;
  readonly authToken: string;
  /** Ours. */
  readonly number: string;
  readonly appSid: string;
  /** As it is set now. */
  readonly aiLeg: AiPlacement;
  /** A word that nobody guesses. */
  readonly word: string;
  /** Lets a second go by. */
  readonly pause: () => Promise<void>;
}

/** A little longer than the call may last. */
const mostPauses = 65;

/** Calls our own number into a conference, where the application listens, and says whether it heard anything. It costs two short calls. */
export async function probeHearing(probe: HearingProbe): Promise<Finding> {
  const { line, number, appSid, word } = probe;
  const conferenceName = `probe-${word}`;
  const unpaced = await turnOf(probe);
  if (unpaced !== null) return unpaced;
  const speaker = await line.invite(conferenceName, { from: number, to: number, label: 'speaker' });
  if (speaker.type !== 'answered') return notPlacedFinding(speaker);
  const to = `app:${appSid}?probe=${word}`;
  // The number is being rung: whatever the server says now, the application follows.
  await turnOf(probe);
  const listener = await line.invite(conferenceName, { from: number, to, label: 'listener' });
  try {
    if (listener.type !== 'answered') return noApplicationFinding(listener, probe.aiLeg);
    return await untilKnown(probe, speaker.value);
  } finally {
    await line.hangUp(speaker.value);
    if (listener.type === 'answered') await line.hangUp(listener.value);
  }
}

/** Waits until the server, which asks for legs too, leaves one to the probe; gives why it cannot. */
async function turnOf({ fetchPage, publicUrl, authToken, word }: HearingProbe): Promise<Finding | null> {
  const fetched = await fetchPage(signedProbeTurn(publicUrl, authToken, word));
  if (fetched.type === 'unreached') return unreachedFinding(fetched.code);
  return fetched.status === 204 ? null : strange(fetched.status);
}

/** Asks the server what was heard, and Twilio how our number is doing, which may be busy or never answer. */
async function untilKnown(probe: HearingProbe, speakerSid: string): Promise<Finding> {
  for (let pauses = 0; pauses < mostPauses; pauses += 1) {
    const status = await probe.line.statusOf(speakerSid);
    const known = status.type === 'answered' ? status.value : null;
    if (known === 'busy' || known === 'no-answer' || known === 'failed' || known === 'canceled') {
      return unansweredCallFinding(known);
    }
    const heard = await askServer(probe);
    if (heard.type === 'refused') return heard.finding;
    if (heard.type === 'words') return heardFinding(heard.text, probe.aiLeg);
    if (heard.type === 'nothing' && (known === 'in-progress' || known === 'completed')) {
      return deafFinding(probe.aiLeg);
    }
    await probe.pause();
  }
  return noResultFinding;
}

type Heard =
  | { readonly type: 'words'; readonly text: string }
  | { readonly type: 'nothing' | 'not-yet' }
  | { readonly type: 'refused'; readonly finding: Finding };

async function askServer({ fetchPage, publicUrl, authToken, word }: HearingProbe): Promise<Heard> {
  const fetched = await fetchPage(signedProbeQuestion(publicUrl, authToken, word));
  if (fetched.type === 'unreached' || fetched.status === 204) return { type: 'not-yet' };
  const document = fetched.status === 200 ? rootOf(fetched.body) : null;
  if (document === null) return { type: 'refused', finding: strange(fetched.status) };
  const [said] = document.getElementsByTagName('Say');
  const text = said?.textContent ?? '';
  return text === '' ? { type: 'nothing' } : { type: 'words', text };
}

function strange(status: number): Finding {
  return wrong(
    {
      en: `Probe: the server does not take part in the probe (HTTP ${status}).`,
      ja: `試験通話: サーバーが試験通話に応じません(HTTP ${status})。`,
    },
    {
      en: 'Start the server in its present version, with the same .env, and probe again.',
      ja: '同じ .env で現在の版のサーバーを起動し直し、もう一度試してください。',
    },
  );
}
