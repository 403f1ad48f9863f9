/** What the browser's tab is called: where one is, and before it how much is unread. */
let place = ''
let count = ''

export function nameTab(title: string): void {
  place = title
  write()
}

/** `99+`; empty for nothing. */
export function countInTab(unread: string): void {
  count = unread
  if (place) write()
}

const write = () => {
  document.title = `${count && `(${count}) `}${place} · Atelier`
}
