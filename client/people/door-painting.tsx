/** People around one piece of work, in the colours the app gives to people. Decorative. */
const colour = (name: string) => `var(--person-${name})`
const tint = (name: string) => `var(--person-${name}-tint)`

export const DoorPainting = () => (
  <div aria-hidden="true" className="hidden overflow-hidden bg-accent-soft lg:block">
    <svg
      role="presentation"
      viewBox="0 0 800 900"
      preserveAspectRatio="xMidYMid slice"
      className="h-full w-full"
    >
      <circle cx="610" cy="230" r="120" fill={tint('amber')} />
      <circle cx="610" cy="230" r="74" fill={colour('amber')} opacity="0.75" />
      <path d="M0 560c160-150 300 20 430-90s210-110 370-30v460H0z" fill={tint('teal')} />
      <path
        d="M0 660c120-70 240 20 380-50s250-110 420-10v300H0z"
        fill={colour('teal')}
        opacity="0.35"
      />
      <path
        d="M0 770c180-90 300 30 470-30s220-60 330-20v180H0z"
        fill={colour('teal')}
        opacity="0.8"
      />
      <g transform="translate(180 250)">
        <path
          d="M90 430 160 20m210 410L290 20m-65 0v430"
          stroke="var(--color-ink)"
          strokeWidth="9"
          strokeLinecap="round"
        />
        <rect x="30" y="50" width="390" height="270" rx="12" fill="var(--color-raised)" />
        <rect x="58" y="82" width="150" height="14" rx="7" fill="var(--color-ink)" opacity="0.8" />
        {[112, 134, 156].map((y, row) => (
          <rect
            key={y}
            x="58"
            y={y}
            width={[330, 300, 180][row]}
            height="9"
            rx="4.5"
            fill="var(--color-pressed)"
          />
        ))}
        {['blue', 'pink', 'green'].map((name, at) => (
          <g key={name} transform={`translate(${58 + at * 112} 190)`}>
            <rect width="98" height="104" rx="8" fill="var(--color-sunken)" />
            <rect x="9" y="10" width="80" height="34" rx="5" fill={tint(name)} />
            <rect x="18" y="20" width="42" height="6" rx="3" fill={colour(name)} />
            {at < 2 && (
              <rect x="9" y="51" width="80" height="34" rx="5" fill="var(--color-raised)" />
            )}
          </g>
        ))}
        <Caret x={240} y={150} name="pink" />
        <Caret x={160} y={78} name="indigo" />
        <path d="M20 322h410" stroke="var(--color-ink)" strokeWidth="9" strokeLinecap="round" />
      </g>
      {people.map(([x, y, size, name]) => (
        <g key={name} transform={`translate(${x} ${y}) scale(${size})`}>
          <path d="M-62 190c0-84 24-124 62-124s62 40 62 124z" fill={colour(name)} />
          <circle r="46" fill={tint(name)} />
          <circle r="46" fill={colour(name)} opacity="0.25" />
        </g>
      ))}
    </svg>
  </div>
)

const people: [number, number, number, string][] = [
  [120, 640, 1.05, 'violet'],
  [690, 610, 1.1, 'orange'],
  [540, 730, 0.95, 'blue'],
  [290, 750, 0.95, 'pink'],
]

const Caret = ({ x, y, name }: { x: number; y: number; name: string }) => (
  <g transform={`translate(${x} ${y})`}>
    <rect width="4" height="24" rx="2" fill={colour(name)} />
    <rect x="0" y="-16" width="46" height="18" rx="5" fill={colour(name)} />
    <rect x="9" y="-9.5" width="28" height="5" rx="2.5" fill="var(--color-canvas)" />
  </g>
)
