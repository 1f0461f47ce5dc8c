/** Those who want to know, told in the order they came. */
export interface Subscribers<Event> {
  subscribe(subscriber: (event: Event) => void): Unsubscribe;
  /** Who comes while an event is being told is told from the next one on. */
  tell(event: Event): void;
  clear(): void;
}

export type Unsubscribe = () => void;

export function createSubscribers<Event>(): Subscribers<Event> {
  const subscribers = new Set<(event: Event) => void>();
  return {
    subscribe: (subscriber) => {
      subscribers.add(subscriber);
      return () => subscribers.delete(subscriber);
    },
    tell: (event) => {
      for (const subscriber of [...subscribers]) subscriber(event);
    },
    clear: () => subscribers.clear(),
  };
}
