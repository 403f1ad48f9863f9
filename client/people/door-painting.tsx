/** A team around one piece of work, in the colours the app gives to people. Decorative. */
const colour = (name: string) => `var(--person-${name})`
const tint = (name: string) => `var(--person-${name}-tint)`

const sky = 'light-dark(#e4f4ec, #10241d)'
const hills = [
  'light-dark(#c5e8db, #163a2f)',
  'light-dark(#8fd0b8, #1b5040)',
  'light-dark(#2f9273, #216b54)',
]
const ochre = 'light-dark(#f4c878, #c9974a)'
const ink = 'light-dark(#24332d, #0b1512)'

export const DoorPainting = () => (
  <div
    aria-hidden="true"
    className="sticky top-0 hidden h-dvh overflow-hidden lg:block"
    style={{ background: sky }}
  >
    <svg
      role="presentation"
      viewBox="0 0 800 900"
      preserveAspectRatio="xMidYMid slice"
      className="h-full w-full"
    >
      <circle cx="640" cy="190" r="92" fill={ochre} />
      <path d="M0 520c170-130 290 10 430-80s220-90 370-20v480H0z" fill={hills[0]} />
      <path d="M0 640c130-70 250 10 390-50s250-100 410-10v320H0z" fill={hills[1]} />
      <Easel />
      <path d="M0 790c180-70 300 20 470-20s220-50 330-10v140H0z" fill={hills[2]} />
      {people.map(([x, y, size, name, hair, skin]) => (
        <g key={name} transform={`translate(${x} ${y}) scale(${size})`}>
          <path d="M-84 230v-92c0-52 36-84 84-84s84 32 84 84v92z" fill={colour(name)} />
          <path d="M-17 30h34v30a17 17 0 0 1-34 0z" fill={skin} />
          <path d="M-46 8a46 46 0 1 1 92 0c0 22-16 38-46 38S-46 30-46 8z" fill={hair} />
        </g>
      ))}
    </svg>
  </div>
)

/** From behind: everybody looks at the work. */
const people: [number, number, number, string, string, string][] = [
  [112, 742, 0.95, 'violet', '#3b2a20', '#c98f6a'],
  [318, 800, 0.82, 'orange', '#1d1a1a', '#7a4b33'],
  [520, 782, 0.88, 'blue', '#b9905a', '#eec1a2'],
  [706, 728, 1, 'pink', '#6d6a70', '#e3b08f'],
]

const Easel = () => (
  <g transform="translate(180 200)">
    <path
      d="M98 470 168 10m184 460L282 10m-57 0v470"
      stroke={ink}
      strokeWidth="8"
      strokeLinecap="round"
    />
    <rect x="20" y="44" width="410" height="292" rx="14" fill="var(--color-raised)" />
    <rect x="50" y="78" width="156" height="14" rx="7" fill="var(--color-ink)" opacity="0.85" />
    {[330, 300, 190].map((width, row) => (
      <rect
        key={width}
        x="50"
        y={112 + row * 23}
        width={width}
        height="9"
        rx="4.5"
        fill="var(--color-pressed)"
      />
    ))}
    {['blue', 'pink', 'green'].map((name, at) => (
      <g key={name} transform={`translate(${50 + at * 119} 194)`}>
        <rect width="108" height="114" rx="9" fill="var(--color-sunken)" />
        <rect x="9" y="10" width="90" height="38" rx="6" fill={tint(name)} />
        <rect x="19" y="22" width="46" height="6" rx="3" fill={colour(name)} />
        <rect x="19" y="33" width="30" height="5" rx="2.5" fill={colour(name)} opacity="0.4" />
        {at < 2 && <rect x="9" y="55" width="90" height="38" rx="6" fill="var(--color-raised)" />}
      </g>
    ))}
    <Caret x={244} y={155} name="violet" />
    <Caret x={210} y={73} name="orange" />
    <path d="M6 340h438" stroke={ink} strokeWidth="8" strokeLinecap="round" />
  </g>
)

const Caret = ({ x, y, name }: { x: number; y: number; name: string }) => (
  <g transform={`translate(${x} ${y})`}>
    <rect width="3.5" height="24" rx="1.75" fill={colour(name)} />
    <path d="M0-17h40a6 6 0 0 1 6 6v5a6 6 0 0 1-6 6H0z" fill={colour(name)} />
    <rect x="9" y="-11" width="28" height="5" rx="2.5" fill="var(--color-canvas)" />
  </g>
)
