import type { CampaignState } from '../contract/campaigns.ts';
import type { ErrorCode } from '../contract/errors.ts';

export type CampaignEvent = 'started' | 'paused' | 'resumed' | 'stopped' | 'finished';

export type CampaignMove =
  | { readonly type: 'moved'; readonly state: CampaignState }
  /** It is so already. */
  | { readonly type: 'unchanged' }
  | {
      readonly type: 'refused';
      readonly code: Extract<ErrorCode, 'campaign-begun' | 'campaign-not-begun' | 'campaign-over'>;
    };

/** What becomes of a campaign. Who is over is over; who never began has nothing to pause or stop, and can be deleted. */
export function moveCampaign(state: CampaignState, event: CampaignEvent): CampaignMove {
  switch (state) {
    case 'draft':
      return event === 'started' ? moved('running') : refused('campaign-not-begun');
    case 'running':
      return fromRunning(event);
    case 'paused':
      return fromPaused(event);
    case 'stopped':
      return event === 'stopped' ? unchanged : refused('campaign-over');
    case 'finished':
      return event === 'finished' ? unchanged : refused('campaign-over');
  }
}

function fromRunning(event: CampaignEvent): CampaignMove {
  switch (event) {
    case 'started':
      return refused('campaign-begun');
    case 'resumed':
      return unchanged;
    case 'paused':
      return moved('paused');
    case 'stopped':
      return moved('stopped');
    case 'finished':
      return moved('finished');
  }
}

function fromPaused(event: CampaignEvent): CampaignMove {
  switch (event) {
    case 'started':
      return refused('campaign-begun');
    case 'paused':
    case 'finished':
      return unchanged;
    case 'resumed':
      return moved('running');
    case 'stopped':
      return moved('stopped');
  }
}

const unchanged: CampaignMove = { type: 'unchanged' };

function moved(state: CampaignState): CampaignMove {
  return { type: 'moved', state };
}

function refused(code: Extract<CampaignMove, { readonly type: 'refused' }>['code']): CampaignMove {
  return { type: 'refused', code };
}
