import type { CallRow } from '../calls/call-store.ts';
import { isCallBack } from '../calls/previous-call.ts';
import type { Config } from '../config/config.ts';
import type { AgentId } from '../contract/ids.ts';
import { spokenAudio } from '../conversation/template-audio.ts';
import type { SpokenAudio, TurnSettings } from '../conversation/turn-settings.ts';
import { nextCallableAt } from '../customers/calling-hours.ts';
import type { CustomerStore } from '../customers/customer-store.ts';
import { isJapaneseHoliday } from '../kernel/japanese-holidays.ts';
import { carrierAccess } from './carrier-adapter.ts';
import type { Stores } from './stores.ts';
import { createTextsOfCalls } from './texts-of-calls.ts';

/** What the engine needs to know of both companies: the AI speaks for the agent who started the call, or as it did when it called them. */
export function turnSettingsFrom(
  stores: Stores,
  customers: CustomerStore,
  config: Config,
  isSomebodyFree: () => boolean,
): (call: CallRow) => TurnSettings {
  const recordingNotice = config.calls.recording ? config.calls.recordingNotice : '';
  const notice = recordingNotice === '' ? {} : { recording_notice: recordingNotice };
  const textsOf = createTextsOfCalls(stores, notice);
  const callerNumber = carrierAccess(config).account.number;
  return (call) => {
    const speaksFor = speaksForIn(call);
    const conversation =
      speaksFor === null ? null : (stores.agents.find(speaksFor)?.settings.conversation ?? null);
    if (speaksFor === null || conversation === null)
      throw new Error(`call ${call.id} has nobody to speak for`);
    const customer = customers.find(call.customerId);
    const zone = customer?.timeZone ?? config.defaultTimeZone;
    const { templates, audio } = textsOf(call, speaksFor);
    const wording = {
      conversation,
      templates,
      pronunciations: stores.pronunciations.of(speaksFor),
      callee: {
        company: customer?.company ?? '',
        person: customer?.person ?? null,
        department: customer?.department ?? null,
      },
    };
    return {
      ...wording,
      caller: callerIn(call, stores.calls, isSomebodyFree),
      audio: presentAudio(stores, speaksFor, spokenAudio(wording, audio)),
      zone,
      isHoliday: isJapaneseHoliday,
      callableFrom: (time) => nextCallableAt(config.calls.callingHours, zone, time),
      silenceSeconds: config.calls.silenceSeconds,
      bargeIn: config.calls.bargeIn,
      callerNumber: call.callerNumber ?? callerNumber,
      recorded: config.calls.recording,
      recordingNotice: recordingNotice !== '',
      leaveVoicemail: config.calls.leaveVoicemail,
    };
  };
}

/** Whoever started it, or whom the caller is answered for. */
function speaksForIn({ speaksFor, startedBy, ownerId }: CallRow): AgentId | null {
  return speaksFor ?? startedBy ?? ownerId;
}

function callerIn(
  call: CallRow,
  calls: Stores['calls'],
  isSomebodyFree: () => boolean,
): TurnSettings['caller'] {
  if (call.direction === 'outbound') return null;
  return { returnsCall: isCallBack(call, calls), showsNumber: call.phoneNumber !== '', isSomebodyFree };
}

/** Words whose file is gone are spoken. */
function presentAudio(
  { templateAudio }: Pick<Stores, 'templateAudio'>,
  agentId: AgentId,
  audio: readonly SpokenAudio[],
): readonly SpokenAudio[] {
  const files = audio.map(({ file }) => file);
  const present = templateAudio.present(agentId, files);
  return audio.filter(({ file }) => present.has(file));
}
