import { type FormEvent, type ReactElement, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DesktopBridge, ServerChange } from '../../../platform/desktop.ts';
import { usePlatform } from '../../../platform/platform-context.ts';
import { unsavedWork } from '../../../platform/unsaved-work.ts';
import { useServerChange } from '../../../platform/use-server-change.ts';
import { Button } from '../../../ui/button.tsx';
import { Field, inputClass } from '../../../ui/field.tsx';
import { InPlaceQuestion } from '../../../ui/in-place-question.tsx';

type Problem = Extract<ServerChange, { kind: 'refused' }>['problem'];

/** Which server the desktop app talks to. A change loads the page anew, and is asked about where something is not saved. */
export function ServerForm({ server }: { readonly server: DesktopBridge['server'] }): ReactElement {
  const { t } = useTranslation('deviceSettings');
  const [address, setAddress] = useState('');
  const { drafts } = usePlatform();
  const changeServer = useServerChange(server);
  const [asking, setAsking] = useState(false);
  const [problem, setProblem] = useState<Problem | 'no-answer' | null>(null);
  useEffect(() => {
    server.get().then(setAddress, () => setProblem('no-answer'));
  }, [server]);

  const change = async (): Promise<void> => {
    setAsking(false);
    try {
      const answer = await changeServer(address);
      setProblem(answer.kind === 'refused' ? answer.problem : null);
    } catch {
      setProblem('no-answer');
    }
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (unsavedWork(drafts.keys()).length > 0) setAsking(true);
    else void change();
  };
  const problemWords = (shown: Problem | 'no-answer'): string =>
    shown === 'no-answer' ? t('server.noAnswer') : t(`server.${shown}`);
  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-3">
      <Field
        label={t('server.label')}
        hint={t('server.hint')}
        problem={problem === null ? undefined : problemWords(problem)}
      >
        {(control) => (
          <input
            type="url"
            {...control}
            value={address}
            onChange={(event) => setAddress(event.target.value)}
            className={inputClass}
          />
        )}
      </Field>
      {asking ? (
        <InPlaceQuestion
          question={t('server.unsaved')}
          yes={t('server.change')}
          no={t('server.stay')}
          tone="destructive"
          onYes={() => void change()}
          onNo={() => setAsking(false)}
        />
      ) : (
        <div>
          <Button type="submit">{t('server.change')}</Button>
        </div>
      )}
    </form>
  );
}
