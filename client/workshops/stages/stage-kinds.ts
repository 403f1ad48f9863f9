import type { Stage, StageKind } from '@atelier/shared/workshops/stage'

const onWall: readonly StageKind[] = ['round-robin', 'reveal', 'group', 'vote', 'discuss']

/** Where notes of all are looked at together: also where what was written unseen is revealed already. */
export const hasWall = ({ kind, revealedAt }: Pick<Stage, 'kind' | 'revealedAt'>): boolean =>
  onWall.includes(kind) || (kind === 'ideate' && revealedAt !== null)
