import { takeTurns } from '../http/take-turns'

/**
 * Whole histories are read in the thread that squashes rooms: nobody may keep it busy alone. As many
 * at once as two versions that are compared need, with their writers, and one who is impatient.
 */
export const readingPast = takeTurns(6)
