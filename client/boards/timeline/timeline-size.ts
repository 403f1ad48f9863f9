/** In pixels, as in timeline.css. */
export const rowHeight = 36
export const headHeight = 50
export const labelWidth = 264

/** From the reading side; browsers count it backwards where one reads from right to left. */
export const scrolledBy = (box: HTMLElement): number => Math.abs(box.scrollLeft)

export function scrollSideways(box: HTMLElement, pixels: number): void {
  const sign = getComputedStyle(box).direction === 'rtl' ? -1 : 1
  box.scrollLeft = sign * Math.max(0, pixels)
}
