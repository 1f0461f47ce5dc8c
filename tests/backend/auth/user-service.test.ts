import { expect, it } from 'vitest';
import { createPasswordLinks } from '../../../backend/auth/password-links.ts';
import { createUserService } from '../../../backend/auth/user-service.ts';
import { createUserStore } from '../../../backend/auth/user-store.ts';
import { openDatabase } from '../../../backend/db/database.ts';
import { audit } from '../../../backend/db/schema/customers.ts';
import { createAuditLogStore } from '../../../backend/journal/audit-log-store.ts';
import { createApi } from '../../support/api.ts';

it('keeps the last admin who can sign in, also from an admin who was demoted while they asked', async () => {
  using database = openDatabase(':memory:');
  const { clock, signedIn } = createApi(database);
  const users = createUserStore(database, clock);
  const service = createUserService({
    database,
    users,
    links: createPasswordLinks({ database, clock, publicUrl: 'http://localhost:8787' }),
    audit: createAuditLogStore(database, clock),
    sessions: { forget: () => undefined },
    tellColleagues: () => undefined,
    stopSupervising: () => undefined,
    leaveCalls: () => undefined,
  });
  const first = await signedIn('first', 'admin');
  const second = await signedIn('second', 'admin');
  service.add({ id: first.agentId }, { name: 'Invited', email: 'invited@example.com', role: 'admin' });
  const demoted = { name: 'x', role: 'agent' } as const;
  service.change({ id: first.agentId }, second.agentId, demoted);

  const demoting = () => service.change({ id: second.agentId }, first.agentId, demoted);

  expect(demoting).toThrow(expect.objectContaining({ code: 'last-admin' }));
  expect(users.find(first.agentId)).toMatchObject({ name: 'first', role: 'admin' });
  expect(database.query.select().from(audit).all()).toHaveLength(2);
});
