import { useId } from 'react'
import { paletteNames, personColour, personTint } from '../ui/palette'

/** A tiny painting drawn from the project's id: the same project always looks the same. Decorative. */
export function ProjectMark({ id, size = 40 }: { id: string; size?: number }) {
  const clip = useId()
  const [a = 0, b = 0, c = 0, d = 0] = digits(id)
  const ground = paletteNames[a % 10] ?? 'teal'
  const shape = paletteNames[(a + 2 + (b % 6)) % 10] ?? 'amber'
  const x = 8 + (c % 24)
  return (
    <svg aria-hidden="true" width={size} height={size} viewBox="0 0 40 40" className="shrink-0">
      <clipPath id={clip}>
        <rect width="40" height="40" rx="10" />
      </clipPath>
      <g clipPath={`url(#${clip})`}>
        <rect width="40" height="40" fill={personTint(ground)} />
        <circle
          cx={x}
          cy={10 + (d % 14)}
          r={7 + (b % 5)}
          fill={personColour(shape)}
          opacity="0.85"
        />
        <path
          d={`M0 ${26 + (d % 6)}C${10 + (c % 8)} ${18 + (b % 8)} 26 ${36 - (a % 8)} 40 ${22 + (c % 8)}V40H0z`}
          fill={personColour(ground)}
          opacity="0.9"
        />
      </g>
    </svg>
  )
}

const digits = (id: string): number[] =>
  [0, 2, 4, 6].map((at) => Number.parseInt(id.slice(at, at + 2), 16) || 0)
