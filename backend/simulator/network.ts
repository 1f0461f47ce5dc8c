import { z } from 'zod';
import type { Endpoint } from './endpoint.ts';

/** What an address of the REST API means. */
export type Destination =
  | { readonly type: 'phone'; readonly number: string }
  | {
      readonly type: 'client';
      readonly identity: string;
      readonly parameters: Readonly<Record<string, string>>;
    }
  | {
      readonly type: 'application';
      readonly sid: string;
      readonly parameters: Readonly<Record<string, string>>;
    };

/** What can be rung in the simulated world. */
export interface Network {
  /** Also of a number that nobody has: the network says so after a while. */
  phone(number: string): Endpoint;
  softphone(identity: string): Endpoint;
  /** Null when the account has no such application. */
  application(sid: string): Endpoint | null;
}

const LONGEST_ADDRESS = 800;
const phoneNumber = z.string().regex(/^\+[1-9]\d{6,14}$/);
const identity = z.string().regex(/^[^\s\p{Cc}]{1,256}$/u);
const applicationSid = z.string().regex(/^AP[0-9a-fA-F]{32}$/);

/** Null when it is none: Twilio refuses the request then. */
export function parseDestination(to: string): Destination | null {
  if (to.length > LONGEST_ADDRESS) return null;
  if (to.startsWith('client:')) return virtual(to.slice('client:'.length), identity, 'client');
  if (to.startsWith('app:')) return virtual(to.slice('app:'.length), applicationSid, 'application');
  const number = phoneNumber.safeParse(to);
  return number.success ? { type: 'phone', number: number.data } : null;
}

/** As the REST API shows it. */
export function addressOf(destination: Destination): string {
  switch (destination.type) {
    case 'phone':
      return destination.number;
    case 'client':
      return `client:${destination.identity}`;
    case 'application':
      return `app:${destination.sid}`;
  }
}

function virtual(
  address: string,
  name: z.ZodType<string>,
  type: 'client' | 'application',
): Destination | null {
  const [text = '', query = ''] = address.split('?', 2);
  const parsed = name.safeParse(text);
  if (!parsed.success) return null;
  const parameters = Object.fromEntries(new URLSearchParams(query));
  return type === 'client'
    ? { type, identity: parsed.data, parameters }
    : { type, sid: parsed.data, parameters };
}
