import fc from 'fast-check';
import { agentIdSchema } from '../../backend/contract/ids.ts';
import { routingStrategySchema, telephoneUseSchema } from '../../backend/contract/routing.ts';
import { presenceSchema, reachabilitySchema } from '../../backend/contract/vocabulary.ts';

const presence = fc.oneof(
  { weight: 6, arbitrary: fc.constant('available' as const) },
  { weight: 1, arbitrary: fc.constantFrom(...presenceSchema.options) },
);
const skill = fc.constantFrom('english', 'prices', 'contracts');

export const anyMember = fc.record({
  agentId: fc.nat(11).map((number) => agentIdSchema.parse(`agent${number}`)),
  role: fc.constantFrom('agent' as const, 'agent' as const, 'agent' as const, 'admin' as const),
  presence,
  reachability: fc.constantFrom(
    ...reachabilitySchema.options,
    'softphone' as const,
    'softphone' as const,
    'softphone' as const,
  ),
  withinWorkingHours: fc.constantFrom(true, true, true, true, true, false),
  worksInTime: fc.constantFrom(true, true, false),
  activeCalls: fc.constantFrom(0, 0, 0, 1, 2),
  concurrency: fc.integer({ min: 1, max: 3 }),
  priority: fc.integer({ min: 1, max: 4 }),
  skills: fc.uniqueArray(skill),
  idleSince: fc.option(fc.date({ min: new Date(0), max: new Date(1e6), noInvalidDate: true })),
  lastAskedAt: fc.option(fc.date({ min: new Date(0), max: new Date(1e6), noInvalidDate: true })),
});

export const anyTeam = fc.uniqueArray(anyMember, {
  selector: ({ agentId }) => agentId,
  minLength: 1,
  maxLength: 12,
});

export const anyPolicy = fc.record({
  strategy: fc.constantFrom(...routingStrategySchema.options),
  telephones: fc.constantFrom(...telephoneUseSchema.options),
  ringAll: fc.boolean(),
  escalateToAdmins: fc.boolean(),
});

/** What happens next to a request: to one of those who are asked, to somebody of the team, or to the customer. */
const anyHappening = fc.record({
  what: fc.constantFrom(
    'accept',
    'accept',
    'decline',
    'decline',
    'expire',
    'expire',
    'expire',
    'becomes-busy',
    'becomes-available',
    'hours-end',
    'does-not-arrive',
    'connect-wanted',
    'customer-leaves',
  ),
  who: fc.nat(11),
  seconds: fc.nat(14),
});
export type Happening = typeof anyHappening extends fc.Arbitrary<infer T> ? T : never;

export const anyRequest = fc.record({
  team: anyTeam,
  policy: anyPolicy,
  urgency: fc.constantFrom('connect' as const, 'connect' as const, 'prepare' as const),
  wantedSkills: fc.oneof(fc.constant<string[]>([]), fc.uniqueArray(skill, { maxLength: 1 })),
  ownerId: fc.option(fc.nat(11).map((number) => agentIdSchema.parse(`agent${number}`))),
  familiar: fc.option(
    fc.nat(11).map((number) => agentIdSchema.parse(`agent${number}`)),
    { freq: 5 },
  ),
  happenings: fc.array(anyHappening, { minLength: 5, maxLength: 40 }),
});
export type AnyRequest = typeof anyRequest extends fc.Arbitrary<infer T> ? T : never;
