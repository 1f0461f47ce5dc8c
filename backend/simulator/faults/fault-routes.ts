import { Hono } from 'hono';
import { csrf } from 'hono/csrf';
import { secureHeaders } from 'hono/secure-headers';
import { z } from 'zod';
import { faultPage } from './fault-page.ts';
import { type FaultPlan, faultKinds, faultPlanSchema } from './fault-plan.ts';
import type { Faults } from './faults.ts';

/**
 * For development: `GET /faults` is a page on which faults are switched, `POST /faults` takes its form. `GET /faults.json` answers the plan
 * and what has struck, `PUT /faults.json` takes a plan, 400 for one that is none.
 */
export function faultRoutes(faults: Faults): Hono {
  const page = secureHeaders({
    contentSecurityPolicy: { defaultSrc: ["'none'"], styleSrc: ["'unsafe-inline'"], formAction: ["'self'"] },
  });
  const state = () => ({ plan: faults.plan(), counts: faults.counts() });
  const app = new Hono();
  app.use('/faults', csrf());
  app.get('/faults', page, (c) => c.html(faultPage(state())));
  app.post('/faults', async (c) => {
    const plan = planOfForm(await c.req.parseBody());
    if (plan === null) return c.text('These are no rates from 0 to 100.', 400);
    faults.follow(plan);
    return c.redirect(c.req.path, 303);
  });
  app.get('/faults.json', (c) => c.json(state()));
  app.put('/faults.json', async (c) => {
    const plan = faultPlanSchema.safeParse(await c.req.json().catch(() => null));
    if (!plan.success) return c.json({ message: z.prettifyError(plan.error) }, 400);
    faults.follow(plan.data);
    return c.json(state());
  });
  return app;
}

const wholeNumber = z.coerce.number().int();

const formSchema = z.object({
  seed: wholeNumber,
  callsPerSecond: z.union([z.literal('').transform(() => null), wholeNumber]),
  clockSkewSeconds: z.coerce.number(),
});

/** The form gives rates in percent. */
function planOfForm(form: Readonly<Record<string, unknown>>): FaultPlan | null {
  const { data } = formSchema.safeParse(form);
  if (data === undefined) return null;
  const rates = Object.fromEntries(faultKinds.map((kind) => [kind, Number(form[kind] ?? 0) / 100]));
  const { seed, callsPerSecond, clockSkewSeconds } = data;
  const plan = faultPlanSchema.safeParse({
    seed,
    callsPerSecond,
    clockSkewMs: Math.round(clockSkewSeconds * 1_000),
    rates,
  });
  return plan.data ?? null;
}
