import type { LaterWords } from './words.ts';

/** The equal of the Japanese, not its translation. A missing key does not compile. */
export const laterInEnglish: LaterWords = {
  audit: async () => (await import('./en/audit.ts')).audit,
  campaigns: async () => (await import('./en/campaigns.ts')).campaigns,
  customer: async () => (await import('./en/customer.ts')).customer,
  customerImports: async () => (await import('./en/customer-imports.ts')).customerImports,
  customerPhone: async () => (await import('./en/customer-phone.ts')).customerPhone,
  customers: async () => (await import('./en/customers.ts')).customers,
  doNotCall: async () => (await import('./en/do-not-call.ts')).doNotCall,
  figures: async () => (await import('./en/figures.ts')).figures,
  filters: async () => (await import('./en/filters.ts')).filters,
  history: async () => (await import('./en/history.ts')).history,
  reports: async () => (await import('./en/reports.ts')).reports,
  routing: async () => (await import('./en/routing.ts')).routing,
  schedule: async () => (await import('./en/schedule.ts')).schedule,
  security: async () => (await import('./en/security.ts')).security,
  settings: async () => (await import('./en/settings.ts')).settings,
  spending: async () => (await import('./en/spending.ts')).spending,
  supervision: async () => (await import('./en/supervision.ts')).supervision,
  team: async () => (await import('./en/team.ts')).team,
  templates: async () => (await import('./en/templates.ts')).templates,
  today: async () => (await import('./en/today.ts')).today,
  transcript: async () => (await import('./en/transcript.ts')).transcript,
  users: async () => (await import('./en/users.ts')).users,
  wall: async () => (await import('./en/wall.ts')).wall,
};
