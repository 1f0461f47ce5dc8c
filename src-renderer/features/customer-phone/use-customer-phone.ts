import { useEffect, useEffectEvent, useReducer, useRef } from 'react';
import { openPhoneSocket, type PhoneSocket } from './phone-socket.ts';
import { type PhoneView, showPhoneEvent, unconnectedPhone } from './phone-view.ts';

export interface CustomerPhone {
  readonly view: PhoneView;
  /** Rings our number. */
  call(showsNumber: boolean): void;
  answer(): void;
  decline(): void;
  /** At once, or as soon as the other side has spoken. */
  say(text: string): void;
  /** What is held back, over the other side's words. */
  sayNow(): void;
  press(key: string): void;
  hangUp(): void;
}

/** Between the other side's last word and ours: its next sentence may follow, or it only now begins to listen. */
const breathMs = 800;

/** The telephone at the server, as this page sees it. */
export function useCustomerPhone(pageId: string): CustomerPhone {
  const [view, show] = useReducer(showPhoneEvent, unconnectedPhone);
  const socket = useRef<PhoneSocket>(null);
  useEffect(() => {
    const opened = openPhoneSocket({
      pageId,
      onFrame: show,
      onLost: () => show({ type: 'connection-lost' }),
    });
    socket.current = opened;
    return () => opened.close();
  }, [pageId]);

  const speak = (text: string): void => {
    socket.current?.send({ type: 'say', text });
    show({ type: 'said', text });
  };
  const sayNow = (): void => {
    if (view.held !== null) speak(view.held);
  };
  const onHeardOut = useEffectEvent(() => {
    show({ type: 'heard-out' });
    sayNow();
  });
  const { heard } = view;
  useEffect(() => {
    if (heard === null) return;
    const timer = setTimeout(onHeardOut, heard.durationMs + breathMs);
    return () => clearTimeout(timer);
  }, [heard]);

  return {
    view,
    call: (showsNumber) => socket.current?.send({ type: 'call', showsNumber }),
    answer: () => socket.current?.send({ type: 'answer' }),
    decline: () => socket.current?.send({ type: 'decline' }),
    say: (text) => {
      if (heard === null) speak(text);
      else show({ type: 'held', text });
    },
    sayNow,
    press: (key) => socket.current?.send({ type: 'press', key }),
    hangUp: () => socket.current?.send({ type: 'hang-up' }),
  };
}
