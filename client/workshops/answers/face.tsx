/** A face for a mark from 1 to 5: what it says is said in words beside it. */
const mouths: Record<number, string> = {
  1: 'M8 17.5 Q12 12.5 16 17.5',
  2: 'M8.5 16.5 Q12 14.5 15.5 16.5',
  3: 'M8.5 15.8 H15.5',
  4: 'M8.5 15 Q12 17.6 15.5 15',
  5: 'M7.5 14.2 Q12 20 16.5 14.2 Z',
}

export function Face({ mark, size = 28 }: { mark: number; size?: number }) {
  return (
    <svg
      aria-hidden
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={1.6}
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <circle cx="12" cy="12" r="10" />
      <path d="M8.6 9.4 v.9 M15.4 9.4 v.9" strokeWidth={2} />
      <path d={mouths[mark] ?? mouths[3]} fill={mark === 5 ? 'currentColor' : 'none'} />
    </svg>
  )
}
