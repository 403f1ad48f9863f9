/** Which way a line is written: as its first letter with a direction says. */
const rightToLeft =
  /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u
const letter = /\p{L}/u

export function isRightToLeft(text: string): boolean {
  const first = [...text].find((char) => letter.test(char))
  return first !== undefined && rightToLeft.test(first)
}
