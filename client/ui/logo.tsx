/** The mark: an A that is an easel, and a dab of ochre. Decorative; the name stands beside it. */
export const Logo = ({ size = 24 }: { size?: number }) => (
  <svg aria-hidden="true" width={size} height={size} viewBox="0 0 32 32" fill="none">
    <rect width="32" height="32" rx="8" fill="#016b50" />
    <path
      d="M9 25 14.6 8h2.8L23 25M11.4 18.6h9.2"
      stroke="#fff"
      strokeWidth="2.6"
      strokeLinecap="round"
      strokeLinejoin="round"
    />
    <circle cx="24.5" cy="8" r="2.6" fill="#f0be67" />
  </svg>
)
