/** The card whose note is to be open when its window opens, because somebody pressed "Write it". */
let wished: string | null = null

export function wishForNote(card: string): void {
  wished = card
}

/** Whether it is wished for; only once. */
export function takeWish(card: string): boolean {
  const isWished = wished === card
  if (isWished) wished = null
  return isWished
}
