import { Hono } from 'hono';
import {
  campaignMemberPageSchema,
  campaignMembersQuerySchema,
  campaignPreviewSchema,
  changeMembersSchema,
  previewCampaignSchema,
} from '../contract/campaign-members.ts';
import {
  campaignPageSchema,
  campaignParamSchema,
  campaignSchema,
  campaignsQuerySchema,
  changeCampaignSchema,
  createCampaignSchema,
} from '../contract/campaigns.ts';
import { endpoint, type SignedInEnv } from '../http/endpoint.ts';
import { validated } from '../http/validated.ts';
import type { CampaignCourse } from './campaign-course.ts';
import type { CampaignMembership } from './campaign-membership.ts';
import type { CampaignQueries } from './campaign-queries.ts';
import type { CampaignService } from './campaign-service.ts';

export interface CampaignRoutesOptions {
  readonly queries: CampaignQueries;
  readonly service: CampaignService;
  readonly membership: CampaignMembership;
  readonly course: Pick<CampaignCourse, 'start' | 'pause' | 'resume' | 'stop'>;
}

const signedIn = { access: 'signed-in', tag: 'campaigns' } as const;
const admins = { access: 'admin', tag: 'campaigns' } as const;
const campaign = { status: 200, schema: campaignSchema } as const;

/** `/campaigns`: admins make them; agents see those whose calls they are handed. */
export function campaignRoutes(options: CampaignRoutesOptions) {
  return new Hono<SignedInEnv>()
    .route('/', campaignDesk(options))
    .route('/', campaignMembership(options.membership))
    .route('/', campaignControls(options.course));
}

function campaignDesk({ queries, service }: CampaignRoutesOptions) {
  return new Hono<SignedInEnv>()
    .get(
      '/',
      endpoint({
        ...signedIn,
        summary: 'The campaigns you may see, newest first',
        answer: { status: 200, schema: campaignPageSchema },
      }),
      validated('query', campaignsQuerySchema),
      (c) => c.json(queries.page(c.var.caller, c.req.valid('query'))),
    )
    .post(
      '/preview',
      endpoint({
        ...admins,
        summary: 'Count whom a campaign would call, and whom not',
        answer: { status: 200, schema: campaignPreviewSchema },
        refusals: ['not-found'],
      }),
      validated('json', previewCampaignSchema),
      async (c) => c.json(await service.preview(c.var.caller, c.req.valid('json').customers)),
    )
    .post(
      '/',
      endpoint({
        ...admins,
        summary: 'Make a campaign, as a draft',
        detail:
          'Its customers are looked up now and never again; a long list takes some seconds, and grows until then.',
        answer: { status: 201, schema: campaignSchema },
        refusals: ['not-found'],
      }),
      validated('json', createCampaignSchema),
      (c) => c.json(service.create(c.var.caller, c.req.valid('json')), 201),
    )
    .get(
      '/:campaignId',
      endpoint({
        ...signedIn,
        summary: 'A campaign, and how it goes',
        answer: campaign,
        refusals: ['not-found'],
      }),
      validated('param', campaignParamSchema),
      (c) => c.json(queries.get(c.var.caller, c.req.valid('param').campaignId)),
    )
    .put(
      '/:campaignId',
      endpoint({
        ...admins,
        summary: 'Change the settings of a campaign that is not over',
        detail: 'They count from the next call on.',
        answer: campaign,
        refusals: ['not-found', 'changed-elsewhere', 'campaign-over'],
      }),
      validated('param', campaignParamSchema),
      validated('json', changeCampaignSchema),
      (c) => c.json(service.change(c.var.caller, c.req.valid('param').campaignId, c.req.valid('json'))),
    )
    .delete(
      '/:campaignId',
      endpoint({
        ...admins,
        summary: 'Delete a draft',
        answer: { status: 204, schema: null },
        refusals: ['not-found', 'campaign-begun'],
      }),
      validated('param', campaignParamSchema),
      (c) => {
        service.remove(c.var.caller, c.req.valid('param').campaignId);
        return c.body(null, 204);
      },
    )
    .get(
      '/:campaignId/members',
      endpoint({
        ...signedIn,
        summary: 'The customers of a campaign, in the order of its list',
        detail: 'Agents are shown those whom they may see.',
        answer: { status: 200, schema: campaignMemberPageSchema },
        refusals: ['not-found'],
      }),
      validated('query', campaignMembersQuerySchema),
      validated('param', campaignParamSchema),
      (c) => c.json(queries.members(c.var.caller, c.req.valid('param').campaignId, c.req.valid('query'))),
    );
}

function campaignMembership(membership: CampaignMembership) {
  return new Hono<SignedInEnv>()
    .post(
      '/:campaignId/members/add',
      endpoint({
        ...admins,
        summary: 'Take customers into a campaign that is not over',
        detail: 'They come after the others, each once. Who was taken out comes back.',
        answer: campaign,
        refusals: ['not-found', 'campaign-over'],
      }),
      validated('param', campaignParamSchema),
      validated('json', changeMembersSchema),
      (c) => {
        const { campaignId } = c.req.valid('param');
        return c.json(membership.add(c.var.caller, campaignId, c.req.valid('json').customerIds));
      },
    )
    .post(
      '/:campaignId/members/take-out',
      endpoint({
        ...admins,
        summary: 'Do not call customers of a campaign any more',
        detail: 'A call that is on goes on; what came of calls stays.',
        answer: campaign,
        refusals: ['not-found', 'campaign-over'],
      }),
      validated('param', campaignParamSchema),
      validated('json', changeMembersSchema),
      (c) => {
        const { campaignId } = c.req.valid('param');
        return c.json(membership.takeOut(c.var.caller, campaignId, c.req.valid('json').customerIds));
      },
    );
}

function campaignControls(course: CampaignRoutesOptions['course']) {
  return new Hono<SignedInEnv>()
    .post(
      '/:campaignId/start',
      endpoint({
        ...admins,
        summary: 'Begin to call',
        answer: campaign,
        refusals: ['not-found', 'campaign-begun', 'campaign-over'],
      }),
      validated('param', campaignParamSchema),
      (c) => c.json(course.start(c.var.caller, c.req.valid('param').campaignId)),
    )
    .post(
      '/:campaignId/pause',
      endpoint({
        ...admins,
        summary: 'Call nobody until it is resumed',
        detail: 'Nobody is dialled after the answer. Calls that are on go on.',
        answer: campaign,
        refusals: ['not-found', 'campaign-not-begun', 'campaign-over'],
      }),
      validated('param', campaignParamSchema),
      (c) => c.json(course.pause(c.var.caller, c.req.valid('param').campaignId)),
    )
    .post(
      '/:campaignId/resume',
      endpoint({
        ...admins,
        summary: 'Go on after a pause',
        answer: campaign,
        refusals: ['not-found', 'campaign-not-begun', 'campaign-over'],
      }),
      validated('param', campaignParamSchema),
      (c) => c.json(course.resume(c.var.caller, c.req.valid('param').campaignId)),
    )
    .post(
      '/:campaignId/stop',
      endpoint({
        ...admins,
        summary: 'Call nobody any more, for good',
        detail: 'Nobody is dialled after the answer. Calls that are on go on.',
        answer: campaign,
        refusals: ['not-found', 'campaign-not-begun', 'campaign-over'],
      }),
      validated('param', campaignParamSchema),
      (c) => c.json(course.stop(c.var.caller, c.req.valid('param').campaignId)),
    );
}
