import { createStore, type StoreApi } from 'zustand';
import type { CallId, ClientId, LegId } from '../../../backend/contract/ids.ts';
import type { Microphone, MicrophoneAccess } from '../../platform/microphone.ts';
import type { MicrophoneMemory } from '../../platform/microphone-memory.ts';
import type { OnCaught, OpenVoiceDevice, SoundLevels } from '../../platform/voice-device-port.ts';
import { createSoftphoneCarrier } from './softphone-carrier.ts';
import {
  type Digit,
  type SoftphoneEffect,
  type SoftphoneEvent,
  type SoftphoneState,
  transitionSoftphone,
} from './softphone-machine.ts';

export interface SoftphoneSnapshot {
  readonly state: SoftphoneState;
  readonly microphones: readonly Microphone[];
  /** Null is the system's own choice. */
  readonly chosenMicrophone: string | null;
}

export interface SoftphoneActions {
  mute(muted: boolean): void;
  press(digit: Digit): void;
  /** Does nothing when the line is another call's. */
  hangUp(callId: CallId): void;
  endTest(): void;
  /** After a failure that the agent has mended. Does nothing during a call. */
  retry(): void;
  /** After the computer slept: registers anew, or, during a call, as much as that allows. */
  wake(): void;
  /** The server says that this leg is in its call no more. */
  disownLine(legId: LegId): void;
  chooseMicrophone(deviceId: string | null): void;
}

export interface SoftphoneStore extends StoreApi<SoftphoneSnapshot> {
  readonly actions: SoftphoneActions;
  switchOn(): void;
  /** Hangs up and unregisters. */
  switchOff(): void;
  /** Returns the undo. */
  onLevels(listener: (levels: SoundLevels) => void): () => void;
  /** The line of a call was given up, because its sound did not come back. Returns the undo. */
  onLineLost(listener: (callId: CallId) => void): () => void;
}

export interface SoftphoneOptions {
  readonly clientId: ClientId;
  readonly fetchToken: () => Promise<string>;
  readonly openDevice: OpenVoiceDevice;
  /** Also called again with what has not changed. */
  readonly onRegistrationChange: (registered: boolean) => void;
  /** Something went wrong that is got over, or told in other words. */
  readonly onCaught: OnCaught;
  readonly microphones: Microphones;
  readonly memory: MicrophoneMemory;
  readonly now: () => Date;
}

export interface Microphones {
  request(): Promise<MicrophoneAccess>;
  /** Returns the undo. */
  watch(onChange: (microphones: readonly Microphone[]) => void): () => void;
}

/** Runs the softphone machine: what it decides is carried out, and what comes of that is fed to it. */
export function createSoftphoneStore(options: SoftphoneOptions): SoftphoneStore {
  const { microphones, memory, onRegistrationChange } = options;
  const store = createStore<SoftphoneSnapshot>(() => ({
    state: { phase: 'off' },
    microphones: [],
    chosenMicrophone: memory.recall(),
  }));
  const levels = gatherListeners<SoundLevels>();
  const losses = gatherListeners<CallId>();
  const carrier = createSoftphoneCarrier({
    ...options,
    requestMicrophone: microphones.request,
    onEvent: dispatch,
    onLevels: levels.tell,
  });
  carrier.setMicrophone(memory.recall());
  let stopWatching: () => void = () => undefined;

  function dispatch(event: SoftphoneEvent): void {
    const [state, effects] = transitionSoftphone(store.getState().state, event);
    store.setState({ state });
    for (const effect of effects) run(effect);
  }

  function run(effect: SoftphoneEffect): void {
    switch (effect.type) {
      case 'report-registration':
        onRegistrationChange(effect.registered);
        break;
      case 'tell-line-lost':
        losses.tell(effect.callId);
        break;
      default:
        carrier.run(effect);
        break;
    }
  }

  return {
    ...store,
    switchOn: () => {
      stopWatching = microphones.watch((found) => {
        store.setState({ microphones: found });
        if (found.length > 0) dispatch({ type: 'microphone-appeared' });
      });
      dispatch({ type: 'switched-on' });
    },
    switchOff: () => {
      stopWatching();
      dispatch({ type: 'switched-off' });
    },
    onLevels: levels.add,
    onLineLost: losses.add,
    actions: {
      ...actionsBy(dispatch),
      chooseMicrophone: (deviceId) => {
        store.setState({ chosenMicrophone: deviceId });
        memory.remember(deviceId);
        carrier.setMicrophone(deviceId);
      },
    },
  };
}

function actionsBy(dispatch: (event: SoftphoneEvent) => void): Omit<SoftphoneActions, 'chooseMicrophone'> {
  return {
    mute: (muted) => dispatch({ type: 'mute-chosen', muted }),
    press: (digit) => dispatch({ type: 'key-pressed', digit }),
    hangUp: (callId) => dispatch({ type: 'hang-up-chosen', callId }),
    endTest: () => dispatch({ type: 'test-end-chosen' }),
    retry: () => dispatch({ type: 'retry-chosen' }),
    wake: () => dispatch({ type: 'woken' }),
    disownLine: (legId) => dispatch({ type: 'line-disowned', legId }),
  };
}

interface Listeners<Told> {
  readonly tell: (told: Told) => void;
  /** Returns the undo. */
  readonly add: (listener: (told: Told) => void) => () => void;
}

function gatherListeners<Told>(): Listeners<Told> {
  const listeners = new Set<(told: Told) => void>();
  return {
    tell: (told) => {
      for (const listener of listeners) listener(told);
    },
    add: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
