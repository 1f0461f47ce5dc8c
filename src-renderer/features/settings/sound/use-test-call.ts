import { useEffect, useRef, useState } from 'react';
import type { TestCallStep } from '../../../../backend/contract/test-calls.ts';
import type { Api } from '../../../platform/api.ts';
import { failureCode } from '../../../platform/api-failure.ts';
import { usePlatform } from '../../../platform/platform-context.ts';
import { useLanguage } from '../../../platform/use-language.ts';

/** How far the test call is, or why there is none. */
export type TestCallProgress =
  | TestCallStep
  | 'not-begun'
  | 'not-ready'
  | 'on-a-call'
  | 'no-line'
  | 'too-often';

interface TestCalling {
  readonly progress: TestCallProgress;
  begin(): void;
  cancel(): void;
}

const lookAgainMs = 500;

/** The agent's call to themself, from this window's softphone. */
export function useTestCall(): TestCalling {
  const { api, clientId } = usePlatform();
  const language = useLanguage();
  const [progress, setProgress] = useState<TestCallProgress>('not-begun');
  const watching = useRef(new AbortController());
  useEffect(() => () => watching.current.abort(), []);

  const begin = (): void => {
    watching.current = new AbortController();
    const { signal } = watching.current;
    const show = (now: TestCallProgress): void => {
      if (!signal.aborted) setProgress(now);
    };
    show('calling');
    api
      .beginTestCall({ clientId, language })
      .then(() => follow(api, show, signal))
      .catch((error: unknown) => show(whyNot(error)));
  };
  const cancel = (): void => {
    watching.current.abort();
    setProgress('not-begun');
    // What cannot be canceled ends by itself.
    api.cancelTestCall().catch(() => undefined);
  };
  return { progress, begin, cancel };
}

export function isRunning(progress: TestCallProgress): boolean {
  return progress === 'calling' || progress === 'listening' || progress === 'playing';
}

/** With what to do about it in its words. */
export function hasFailed(progress: TestCallProgress): boolean {
  return progress !== 'not-begun' && progress !== 'over' && !isRunning(progress);
}

async function follow(api: Api, show: (step: TestCallStep) => void, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const { step } = await api.testCall();
    show(step);
    if (!isRunning(step)) return;
    await new Promise((resolve) => setTimeout(resolve, lookAgainMs));
  }
}

function whyNot(error: unknown): TestCallProgress {
  switch (failureCode(error)) {
    case 'agent-not-reachable':
      return 'not-ready';
    case 'agent-on-a-call':
      return 'on-a-call';
    case 'too-many-requests':
      return 'too-often';
    default:
      return 'no-line';
  }
}
