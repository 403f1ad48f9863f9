/** How large one table may be, wherever it comes from: the editor makes a place for every cell. */
import { readWhole } from './attributes'

export const mostColumns = 100
export const mostRows = 1000
/** Of a whole table. The editor makes it rectangular: a long row and many short ones multiply. */
export const mostPlaces = 100_000

export const readColumnSpan = readWhole(1, mostColumns)
export const readRowSpan = readWhole(1, mostRows)
export const readColumnWidth = readWhole(25, 2000)
