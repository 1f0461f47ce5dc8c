import type { ReactElement } from 'react';
import { useSearch } from 'wouter';
import type { Role } from '../../../backend/contract/vocabulary.ts';
import { DoNotCallScreen } from '../../features/do-not-call/do-not-call-screen.tsx';

export function DoNotCallPage({ role }: { readonly role: Role }): ReactElement {
  const search = new URLSearchParams(useSearch()).get('search') ?? '';
  return <DoNotCallScreen key={search} role={role} search={search} />;
}
