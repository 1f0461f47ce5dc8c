import {
  eventPermissions,
  grants,
  type Permission,
  routePermissions,
  type Visitor,
} from '../backend/auth/permissions.ts';

const visitors: readonly Visitor[] = ['nobody', 'another agent', 'owner', 'admin'];

const meanings: Readonly<Record<Permission, string>> = {
  anyone: 'needs no session',
  'signed-in': 'is about what is everybody’s',
  own: 'is about what belongs to whoever asks; it cannot name anybody else’s',
  visible:
    'is about calls and customers: one’s own, what nobody owns, and calls one is involved in. Lists leave the rest out; what is named is not found',
  admin: 'is for admins',
};

/** `docs/permissions.md`, as it follows from the table in `backend/auth/permissions.ts`. */
export function permissionsDocument(): string {
  return `# Permissions

Made by \`npm run permissions\` from \`backend/auth/permissions.ts\`; a test compares them, another asks every route as each visitor.
The columns are for a thing that an agent owns.

| Permission | ${visitors.join(' | ')} | |
| --- | ${visitors.map(() => '---').join(' | ')} | --- |
${permissions().map(rowOf).join('\n')}

## Routes

${tableOf('Route', routePermissions)}

## Events of the realtime connection

What is \`own\` goes to the agent alone whom it concerns: an admin loses sight of no call.

${tableOf('Event', eventPermissions)}
`;
}

function permissions(): readonly Permission[] {
  return ['anyone', 'signed-in', 'own', 'visible', 'admin'];
}

function rowOf(permission: Permission): string {
  const marks = visitors.map((visitor) => (grants[permission][visitor] ? 'yes' : '–'));
  return `| \`${permission}\` | ${marks.join(' | ')} | ${meanings[permission]} |`;
}

function tableOf(what: string, table: Readonly<Record<string, Permission>>): string {
  const rows = Object.entries(table).map(([name, permission]) => `| \`${name}\` | ${permission} |`);
  return [`| ${what} | Permission |`, '| --- | --- |', ...rows].join('\n');
}
