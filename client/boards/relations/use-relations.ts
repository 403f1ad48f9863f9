import type { Relations } from '@atelier/shared/boards/relations'
import { useBoardPart } from '../board-context'
import { relationsOf } from '../board-relations'

export const useRelations = (): Relations => useBoardPart(({ cards }) => relationsOf(cards))
