/** A chunk of its own: KaTeX, held to what a formula in a text may cost. */
import katex from 'katex'
import 'katex/dist/katex.min.css'

/** Draws into `place`; answers what is wrong with the formula, in the typesetter's words, or null. */
export type Typesetter = (latex: string, place: HTMLElement, display: boolean) => string | null

/** Deeper braces overflow the stack of the typesetter, and no formula has them. */
const deepest = 100

export const typeset: Typesetter = (latex, place, display) => {
  try {
    if (depthOf(latex) > deepest) throw new Error('too deep')
    const drawing = document.createElement('span')
    katex.render(latex, drawing, {
      displayMode: display,
      output: 'htmlAndMathml',
      throwOnError: true,
      strict: 'ignore',
      trust: false,
      maxExpand: 200,
      maxSize: 20,
    })
    place.replaceChildren(...drawing.childNodes)
    return null
  } catch (error) {
    place.textContent = latex
    return error instanceof Error ? error.message.replace(/^KaTeX parse error: /, '') : ''
  }
}

function depthOf(latex: string): number {
  let depth = 0
  let most = 0
  for (const letter of latex) {
    if (letter === '{') depth += 1
    else if (letter === '}') depth -= 1
    most = Math.max(most, depth)
  }
  return most
}
