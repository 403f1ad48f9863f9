/** A row of the sidebar. The router marks the current one with aria-current. */
export const sideLinkClass =
  'flex min-h-8 items-center gap-2.5 rounded-md px-2.5 text-ink-soft text-sm transition-colors duration-100 hover:bg-hover hover:text-ink aria-[current=page]:bg-hover aria-[current=page]:font-medium aria-[current=page]:text-ink pointer-coarse:min-h-11'
