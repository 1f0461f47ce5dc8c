import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  grants,
  type Permission,
  routePermissions,
  type Visitor,
} from '../../../backend/auth/permissions.ts';
import { createPermissionBench, type PermissionBench } from '../../support/permission-bench.ts';
import { namesTheirs } from '../../support/permission-requests.ts';

type Outcome = 'granted' | 'refused';

let bench: PermissionBench;

beforeAll(async () => {
  bench = await createPermissionBench();
});

afterAll(() => bench[Symbol.asyncDispose]());

const visitors = ['nobody', 'another agent', 'owner', 'admin'] as const satisfies readonly Visitor[];

/** How those with a session are refused. `own`: what is somebody else's is not found; what is done while one talks is not allowed. */
const refusals: Readonly<Record<Permission, readonly number[]>> = {
  anyone: [],
  'signed-in': [],
  own: [403, 404],
  visible: [404],
  admin: [403],
};

/** Answers that the table cannot say, each for a reason of its own. */
const otherwise: Readonly<Record<string, Readonly<Partial<Record<Visitor, number>>>>> = {
  // Nobody has one; there is no other's that could be named.
  'GET /api/softphone/test-call': { 'another agent': 404, owner: 404, admin: 404 },
  // Only the admins of a company that calls in earnest may do this to their own customers (decision 14).
  'POST /api/customers/{customerId}/block/lift': { owner: 403 },
  // Whoever is asked no more is told so, of any offer.
  'POST /api/offers/{offerId}/accept': { 'another agent': 409, admin: 409 },
  // Who is not on a call has left it.
  'POST /api/calls/{callId}/leave': { 'another agent': 204, admin: 204 },
  // The text is the admin's own; the customer to try it with is one that they see.
  'POST /api/agents/templates/preview': { admin: 200 },
  // An admin sees the call, and that the transfer is nothing of theirs to end.
  'PUT /api/calls/{callId}/transfer': { admin: 409 },
};

function outcomeOf(status: number): Outcome {
  return [401, 403, 404].includes(status) ? 'refused' : 'granted';
}

/** Where a route names nothing, others are told what is theirs: `permitted-belongings.test.ts` looks at what that is. */
function expectedOutcome(route: string, permission: Permission, visitor: Visitor): Outcome {
  if (grants[permission][visitor]) return 'granted';
  return visitor === 'nobody' || permission === 'admin' || namesTheirs(route) ? 'refused' : 'granted';
}

describe.each(visitors)('every route, asked by %s', (visitor) => {
  it.each(Object.entries(routePermissions))('%s is for %s', async (route, permission) => {
    const { status } = await bench.visit(route, visitor);

    const known = otherwise[route]?.[visitor];
    if (known !== undefined) {
      expect(status).toBe(known);
      return;
    }
    const outcome = outcomeOf(status);
    expect([status, outcome]).toEqual([status, expectedOutcome(route, permission, visitor)]);
    expect(status).not.toBe(500);
    if (outcome === 'refused') expect(visitor === 'nobody' ? [401] : refusals[permission]).toContain(status);
  });
});
