import { type FormEvent, type ReactElement, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DesktopBridge, ServerChange } from '../../platform/desktop.ts';
import { Button } from '../../ui/button.tsx';
import { Field, inputClass } from '../../ui/field.tsx';

type Problem = Extract<ServerChange, { kind: 'refused' }>['problem'];

/** Which server the desktop app talks to. A change loads the page anew. */
export function ServerForm({ server }: { readonly server: DesktopBridge['server'] }): ReactElement {
  const { t } = useTranslation('deviceSettings');
  const [address, setAddress] = useState('');
  const [problem, setProblem] = useState<Problem | 'no-answer' | null>(null);
  useEffect(() => {
    server.get().then(setAddress, () => setProblem('no-answer'));
  }, [server]);

  const change = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    try {
      const answer = await server.set(address);
      setProblem(answer.kind === 'refused' ? answer.problem : null);
    } catch {
      setProblem('no-answer');
    }
  };
  const problemWords = (shown: Problem | 'no-answer'): string =>
    shown === 'no-answer' ? t('server.noAnswer') : t(`server.${shown}`);
  return (
    <form noValidate onSubmit={(event) => void change(event)} className="flex flex-col gap-3">
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
      <div>
        <Button type="submit">{t('server.change')}</Button>
      </div>
    </form>
  );
}
