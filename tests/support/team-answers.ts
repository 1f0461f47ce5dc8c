import { type AgentProfile, agentProfileSchema } from '../../backend/contract/agents.ts';
import { errorBodySchema } from '../../backend/contract/errors.ts';

export async function errorIn(response: Response) {
  return errorBodySchema.parse(await response.json()).error;
}

export async function profileIn(response: Response): Promise<AgentProfile> {
  return agentProfileSchema.parse(await response.json());
}
