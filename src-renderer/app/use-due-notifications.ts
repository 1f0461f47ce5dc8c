import { useEffect, useEffectEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { OpenReminder } from '../../backend/contract/reminders.ts';
import { useDueReminders } from '../features/reminders/use-due-reminders.ts';
import { usePlatform } from '../platform/platform-context.ts';
import { showToast } from '../platform/toasts.ts';

/**
 * Tells when the time has come to call somebody again: in the console, and through the system while nobody looks at it, where the agent
 * allows that. Those that were due before the console was opened are in its list, and not told of one by one.
 */
export function useDueNotifications(wanted: boolean): void {
  const { t } = useTranslation('reminders');
  const { desktop, toasts } = usePlatform();
  const [, navigate] = useLocation();
  const due = useDueReminders();
  const told = useRef<ReadonlySet<string> | null>(null);
  const shown = useRef(new Set<Notification>());

  const announce = useEffectEvent((first: OpenReminder, others: number): void => {
    const words = { company: first.company, number: others };
    const title = others === 0 ? t('cameDue', words) : t('cameDueSeveral', words);
    const place = others === 0 ? `/customers/${first.customerId}` : '/reminders';
    const open = (): void => navigate(place);
    showToast(toasts, 'told', title, { label: t('open'), run: open });
    const customerId = others === 0 ? first.customerId : null;
    if (desktop !== null) void desktop.bridge.reminders.show({ title, customerId });
    else if (wanted && document.hidden) notify(title, first, open);
  });

  const notify = (title: string, { id }: OpenReminder, open: () => void): void => {
    if (!('Notification' in window) || Notification.permission !== 'granted') return;
    // Not what the note says: systems keep their notifications, and show them on a locked screen.
    const notification = new Notification(title, { tag: id });
    shown.current.add(notification);
    notification.addEventListener('click', () => {
      window.focus();
      open();
    });
  };

  useEffect(() => {
    if (due === undefined) return;
    const before = told.current;
    told.current = new Set(due.map(keyOf));
    const [first, ...others] = before === null ? [] : due.filter((one) => !before.has(keyOf(one)));
    if (first !== undefined) announce(first, others.length);
  }, [due]);

  // Nothing of a session is left on the screen when it ends.
  useEffect(() => {
    const { current: left } = shown;
    return () => {
      for (const notification of left) notification.close();
      left.clear();
    };
  }, []);
}

/** One that is put off is told of again. */
function keyOf({ id, dueAt }: OpenReminder): string {
  return `${id}~${dueAt}`;
}
