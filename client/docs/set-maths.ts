/**
 * Sets a formula. The typesetter and its fonts are a chunk of their own, fetched when a doc first
 * shows a formula.
 */
import type { Typesetter } from './typesetter'

let typesetter: Typesetter | null = null
let asked: Promise<Typesetter> | null = null

export function loadTypesetter(): Promise<Typesetter> {
  asked ??= import('./typesetter').then(
    (module) => {
      typesetter = module.typeset
      return module.typeset
    },
    (error: unknown) => {
      asked = null
      throw error
    },
  )
  return asked
}

/** Until it can be set, and wherever it cannot, the formula is shown as it was written. */
export function setMaths(place: HTMLElement, latex: string, display: boolean): void {
  const set = (typeset: Typesetter) => {
    if (place.dataset.latex !== latex) return
    const fault = typeset(latex, place, display)
    if (fault === null) delete place.dataset.wrong
    else place.dataset.wrong = ''
  }
  place.dataset.latex = latex
  if (typesetter) {
    set(typesetter)
    return
  }
  place.textContent = latex
  loadTypesetter().then(set, (error: unknown) =>
    console.error('Formulas stay as they were written.', error),
  )
}
