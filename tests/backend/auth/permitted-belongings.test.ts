import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { grants, routePermissions } from '../../../backend/auth/permissions.ts';
import { offers } from '../../../backend/db/schema/handoffs.ts';
import { marksOf } from '../../support/permission-belongings.ts';
import { createPermissionBench, type PermissionBench, routesWith } from '../../support/permission-bench.ts';
import { namesTheirs } from '../../support/permission-requests.ts';

let bench: PermissionBench;

beforeAll(async () => {
  bench = await createPermissionBench();
});

afterAll(() => bench[Symbol.asyncDispose]());

const signedIn = ['another agent', 'owner', 'admin'] as const;

/** They say of nobody whose they are. */
const anonymous: readonly string[] = ['GET /api/security', 'GET /api/softphone/test-call'];

/** They are about whatever is whose who asks: nothing of it is named. */
const unnamed = routesWith('own', 'visible').filter((route) => !namesTheirs(route));

describe('every route about what is whose who asks', () => {
  it.each(unnamed)('%s tells only whom the table grants it of what is the owner’s', async (route) => {
    const permission = routePermissions[route] ?? 'own';
    const marks = marksOf(bench.belongings);
    const mustTell = route.startsWith('GET') && !anonymous.includes(route);

    for (const visitor of signedIn) {
      const { text } = await bench.visit(route, visitor);
      const isTold = marks.some((mark) => text.includes(mark));
      const mayBeTold = grants[permission][visitor];
      expect([visitor, isTold]).toEqual([visitor, mayBeTold && (mustTell || isTold)]);
    }
  });
});

describe('an offer that others have answered', () => {
  it.each(['another agent', 'admin'] as const)('stays open when it is %s', async (visitor) => {
    await bench.ask('POST /api/offers/{offerId}/accept', visitor);
    await bench.ask('POST /api/offers/{offerId}/decline', visitor);

    const [offer] = bench.backend.database.query.select().from(offers).all();
    expect(offer?.status).toBe('open');
  });
});
