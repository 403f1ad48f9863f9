import { beginLearned, beginLearningGoal } from '@atelier/shared/boards/learning-edits'
import type { Room } from '../../sync/room'

/** Somebody's own texts: nobody begins another's. */
export const beginGoal = ({ doc, me }: Room, card: string) => beginLearningGoal(doc, card, me.id)
export const beginNote = ({ doc, me }: Room, card: string) => beginLearned(doc, card, me.id)
