import { mostPoints } from '@atelier/shared/boards/board-shape'

/** What somebody typed as an estimate: null for nothing, `wrong` for what is no number of points. */
export function readPoints(typed: string): number | null | 'wrong' {
  const text = typed.trim().replace(',', '.')
  if (text === '') return null
  if (!/^(\d+\.?\d*|\.\d+)$/.test(text)) return 'wrong'
  const points = Math.round(Number(text) * 100) / 100
  return points <= mostPoints ? points : 'wrong'
}
