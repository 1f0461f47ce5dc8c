import type { Move, Said, Scene } from './scene.ts';

export type Reply = (scene: Scene, said: Said) => Move;

/** How one thing is answered. While they are fetching somebody only what concerns us acts; everything else keeps listening. */
export interface Row {
  readonly talking: Reply;
  readonly holding: Reply;
}

export function always(reply: Reply): Row {
  return { talking: reply, holding: reply };
}

export function sideOf({ state }: Scene): keyof Row {
  return state.position.at === 'holding' ? 'holding' : 'talking';
}
