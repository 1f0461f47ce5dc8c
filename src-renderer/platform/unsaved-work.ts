type UnsavedWork = 'results' | 'customers' | 'campaigns' | 'settings';

/** Of what something is written and not saved, by the keys of the drafts; a list as it was last looked at is no work. */
export function unsavedWork(draftKeys: readonly string[]): readonly UnsavedWork[] {
  const kinds = new Set(draftKeys.map(kindOf));
  return order.filter((kind) => kinds.has(kind));
}

const order: readonly UnsavedWork[] = ['results', 'customers', 'campaigns', 'settings'];

function kindOf(key: string): UnsavedWork | null {
  if (key === 'customers-list') return null;
  if (key.startsWith('call_')) return 'results';
  if (key === 'new-customer' || key.startsWith('edited-customer_')) return 'customers';
  if (key === 'new-campaign' || key.startsWith('edited-campaign_')) return 'campaigns';
  return 'settings';
}
