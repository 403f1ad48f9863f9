/** Drawings for empty places: one line weight, one accent, on any theme. */
import type { JSX } from 'react'

export type Scene = 'project' | 'doc' | 'board' | 'people' | 'search' | 'lost' | 'link' | 'done'

const sheet = (x: number, y: number, turn: number) => (
  <g transform={`rotate(${turn} ${x + 30} ${y + 38})`}>
    <rect x={x} y={y} width="60" height="76" rx="6" className="fill-raised stroke-line-strong" />
  </g>
)
const lines = (x: number, y: number, widths: number[]) =>
  widths.map((width, row) => (
    <path key={width} d={`M${x} ${y + row * 11}h${width}`} className="stroke-line-strong" />
  ))
const pencil = (
  <g transform="translate(118 34) rotate(38)">
    <path d="M0 0h10v44l-5 10-5-10z" className="fill-accent-soft stroke-accent" />
    <path d="M0 8h10M0 44h10" className="stroke-accent" />
  </g>
)

const scenes: Record<Scene, JSX.Element> = {
  project: (
    <>
      {/* An easel: the work everybody stands around. */}
      <path d="M58 108 76 22m46 86L104 22M90 16v98" className="stroke-line-strong" />
      <rect
        x="46"
        y="28"
        width="88"
        height="58"
        rx="4"
        className="fill-raised stroke-line-strong"
      />
      <path d="M54 76c12-20 20-24 28-12s14 6 22-8 14-12 22-4" className="stroke-accent" />
      <circle cx="66" cy="44" r="6" className="fill-accent-soft stroke-accent" />
      <path d="M40 90h100" className="stroke-line-strong" />
    </>
  ),
  doc: (
    <>
      {sheet(52, 26, -6)}
      {sheet(62, 22, 3)}
      {lines(73, 42, [36, 30, 38, 20])}
      {pencil}
    </>
  ),
  board: (
    <>
      {[44, 76, 108].map((x, at) => (
        <rect
          key={x}
          x={x}
          y="24"
          width="28"
          height={[78, 56, 68][at]}
          rx="5"
          className="fill-sunken stroke-line-strong"
        />
      ))}
      <rect
        x="48"
        y="32"
        width="20"
        height="16"
        rx="3"
        className="fill-raised stroke-line-strong"
      />
      <rect
        x="48"
        y="53"
        width="20"
        height="16"
        rx="3"
        className="fill-raised stroke-line-strong"
      />
      <rect
        x="112"
        y="32"
        width="20"
        height="16"
        rx="3"
        className="fill-raised stroke-line-strong"
      />
      <g transform="rotate(-9 90 70)">
        <rect
          x="79"
          y="58"
          width="24"
          height="20"
          rx="3"
          className="fill-accent-soft stroke-accent"
        />
        <path d="M84 65h14m-14 6h8" className="stroke-accent" />
      </g>
    </>
  ),
  people: (
    <>
      <circle cx="90" cy="46" r="13" className="fill-accent-soft stroke-accent" />
      <path d="M64 98c0-18 11-28 26-28s26 10 26 28" className="fill-accent-soft stroke-accent" />
      <circle cx="52" cy="56" r="9" className="fill-raised stroke-line-strong" />
      <path d="M34 98c0-14 7-22 18-22" className="stroke-line-strong" />
      <circle cx="128" cy="56" r="9" className="fill-raised stroke-line-strong" />
      <path d="M146 98c0-14-7-22-18-22" className="stroke-line-strong" />
      <path d="M30 104h120" className="stroke-line-strong" />
    </>
  ),
  search: (
    <>
      {sheet(56, 22, -3)}
      {lines(67, 42, [38, 30, 34])}
      <circle cx="112" cy="72" r="17" className="fill-accent-soft stroke-accent" />
      <path d="m124 85 14 14" strokeWidth="4" className="stroke-accent" />
    </>
  ),
  lost: (
    <>
      <path
        d="M36 98c20-30 34 2 54-24s30-34 54-32"
        strokeDasharray="1 8"
        className="stroke-line-strong"
      />
      <circle cx="36" cy="98" r="5" className="fill-raised stroke-line-strong" />
      <path
        d="M144 18c-10 0-17 7-17 16 0 12 17 26 17 26s17-14 17-26c0-9-7-16-17-16z"
        transform="translate(-6 -4)"
        className="fill-accent-soft stroke-accent"
      />
      <circle cx="138" cy="30" r="5" className="fill-raised stroke-accent" />
    </>
  ),
  link: (
    <>
      <rect
        x="42"
        y="34"
        width="96"
        height="60"
        rx="7"
        className="fill-raised stroke-line-strong"
      />
      <path d="m44 40 46 32 46-32" className="stroke-line-strong" />
      <circle cx="134" cy="90" r="15" className="fill-accent-soft stroke-accent" />
      <path d="m127 90 5 5 9-10" className="stroke-accent" />
    </>
  ),
  done: (
    <>
      <circle cx="90" cy="62" r="34" className="fill-accent-soft stroke-accent" />
      <path d="m75 63 10 11 21-24" className="stroke-accent" />
      <path d="M38 62h8m88 0h8M90 12v8m0 84v8" className="stroke-line-strong" />
    </>
  ),
}

/** Decorative: hidden from screen readers. */
export const Illustration = ({ scene }: { scene: Scene }) => (
  <svg
    aria-hidden="true"
    width="180"
    height="124"
    viewBox="0 0 180 124"
    fill="none"
    strokeWidth="1.75"
    strokeLinecap="round"
    strokeLinejoin="round"
  >
    {scenes[scene]}
  </svg>
)
