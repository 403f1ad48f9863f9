/** Word’s formulas as LaTeX. What is not known here leaves what is in it. */
import type { Element } from 'xast'
import { at, childrenNamed, isNamed, settingOf, wordsIn } from '../xml'

export const latexOf = (formula: Element): string => inside(formula).replace(/ {2,}/g, ' ').trim()

const inside = (parent: Element | undefined): string => {
  const parts = (parent?.children ?? []).map((child) =>
    child.type === 'element' ? partOf(child) : '',
  )
  return parts.reduce(joined, '')
}

/** `\alpha` and `x` are not `\alphax`. */
const joined = (before: string, after: string): string =>
  /\\[a-zA-Z]+$/.test(before) && /^[a-zA-Z]/.test(after) ? `${before} ${after}` : before + after

/** A part that an index can be put at. */
const whole = (parent: Element | undefined): string => {
  const latex = inside(parent)
  return [...latex].length === 1 || /^\\[a-zA-Z]+$/.test(latex) ? latex : `{${latex}}`
}
const group = (parent: Element | undefined): string => `{${inside(parent)}}`
const propertyOf = (element: Element, name: string): string | undefined =>
  settingOfMaths(at(element, `${element.name}Pr`, name))
const settingOfMaths = (element: Element | undefined): string | undefined =>
  element?.attributes['m:val'] ?? settingOf(element)

type Part = (element: Element) => string

const parts: Record<string, Part> = {
  'm:r': (run) =>
    childrenNamed(run, 'm:t')
      .map((words) => signs(wordsIn(words)))
      .reduce(joined, ''),
  'm:f': (element) => fraction(element, propertyOf(element, 'm:type')),
  'm:sSup': (element) => `${whole(at(element, 'm:e'))}^${group(at(element, 'm:sup'))}`,
  'm:sSub': (element) => `${whole(at(element, 'm:e'))}_${group(at(element, 'm:sub'))}`,
  'm:sSubSup': (element) =>
    `${whole(at(element, 'm:e'))}_${group(at(element, 'm:sub'))}^${group(at(element, 'm:sup'))}`,
  'm:sPre': (element) =>
    `{}_${group(at(element, 'm:sub'))}^${group(at(element, 'm:sup'))}${whole(at(element, 'm:e'))}`,
  'm:rad': (element) => {
    const degree = inside(at(element, 'm:deg'))
    return `\\sqrt${degree === '' ? '' : `[${degree}]`}${group(at(element, 'm:e'))}`
  },
  'm:nary': nary,
  'm:d': delimited,
  'm:func': (element) =>
    joined(functionName(inside(at(element, 'm:fName'))), ` ${group(at(element, 'm:e'))}`),
  'm:limLow': (element) => `${limit(at(element, 'm:e'))}_${group(at(element, 'm:lim'))}`,
  'm:limUpp': (element) => `${limit(at(element, 'm:e'))}^${group(at(element, 'm:lim'))}`,
  'm:acc': (element) =>
    `\\${accents[propertyOf(element, 'm:chr') ?? '\u0302'] ?? 'hat'}${group(at(element, 'm:e'))}`,
  'm:bar': (element) =>
    `\\${propertyOf(element, 'm:pos') === 'top' ? 'over' : 'under'}line${group(at(element, 'm:e'))}`,
  'm:groupChr': (element) =>
    `\\${propertyOf(element, 'm:pos') === 'top' ? 'over' : 'under'}brace${group(at(element, 'm:e'))}`,
  'm:borderBox': (element) => `\\boxed${group(at(element, 'm:e'))}`,
  'm:m': (element) => `\\begin{matrix}${rowsOf(element)}\\end{matrix}`,
  'm:eqArr': (element) =>
    `\\begin{aligned}${childrenNamed(element, 'm:e').map(inside).join(' \\\\ ')}\\end{aligned}`,
}

function partOf(element: Element): string {
  // Properties say how it looks.
  if (/Pr$/.test(element.name)) return ''
  return parts[element.name]?.(element) ?? inside(element)
}

function fraction(element: Element, kind: string | undefined): string {
  const [above, beneath] = [at(element, 'm:num'), at(element, 'm:den')]
  if (kind === 'lin' || kind === 'skw') return `${group(above)}/${group(beneath)}`
  if (kind === 'noBar') return `\\genfrac{}{}{0pt}{}${group(above)}${group(beneath)}`
  return `\\frac${group(above)}${group(beneath)}`
}

const operators: Record<string, string> = {
  '∑': '\\sum',
  '∏': '\\prod',
  '∐': '\\coprod',
  '∫': '\\int',
  '∬': '\\iint',
  '∭': '\\iiint',
  '∮': '\\oint',
  '⋃': '\\bigcup',
  '⋂': '\\bigcap',
  '⋁': '\\bigvee',
  '⋀': '\\bigwedge',
}

function nary(element: Element): string {
  const sign = propertyOf(element, 'm:chr') ?? '∫'
  const [under, over] = [inside(at(element, 'm:sub')), inside(at(element, 'm:sup'))]
  const edges = `${under === '' ? '' : `_{${under}}`}${over === '' ? '' : `^{${over}}`}`
  return `${operators[sign] ?? signs(sign)}${edges} ${inside(at(element, 'm:e'))}`
}

const fences: Record<string, string> = {
  '{': '\\{',
  '}': '\\}',
  '⟨': '\\langle',
  '⟩': '\\rangle',
  '〈': '\\langle',
  '〉': '\\rangle',
  '‖': '\\|',
  '⌊': '\\lfloor',
  '⌋': '\\rfloor',
  '⌈': '\\lceil',
  '⌉': '\\rceil',
  '': '.',
}
const fenceOf = (sign: string) => fences[sign] ?? (/^[()[\]|/]$/.test(sign) ? sign : '.')

function delimited(element: Element): string {
  const [begin, end] = [
    propertyOf(element, 'm:begChr') ?? '(',
    propertyOf(element, 'm:endChr') ?? ')',
  ]
  const between = signs(propertyOf(element, 'm:sepChr') ?? '|')
  const content = childrenNamed(element, 'm:e').map(inside).join(between)
  return `\\left${joined(fenceOf(begin), content)}\\right${fenceOf(end)}`
}

const accents: Record<string, string> = {
  '\u0300': 'grave',
  '\u0301': 'acute',
  '\u0302': 'hat',
  '\u0303': 'tilde',
  '\u0304': 'bar',
  '\u0305': 'overline',
  '\u0306': 'breve',
  '\u0307': 'dot',
  '\u0308': 'ddot',
  '\u030c': 'check',
  '\u20d7': 'vec',
  '\u20d6': 'overleftarrow',
}

const functions = new Set(
  'arccos arcsin arctan arg cos cosh cot coth csc deg det dim exp gcd hom inf ker lg lim liminf limsup ln log max min Pr sec sin sinh sup tan tanh'.split(
    ' ',
  ),
)
const functionName = (name: string): string =>
  name.replace(/^[a-zA-Z]+/, (word) =>
    functions.has(word) ? `\\${word}` : `\\operatorname{${word}}`,
  )

const limit = (parent: Element | undefined): string => {
  const latex = inside(parent)
  return functions.has(latex) ? `\\${latex}` : `{${latex}}`
}

const rowsOf = (matrix: Element): string =>
  childrenNamed(matrix, 'm:mr')
    .map((row) => row.children.filter((cell): cell is Element => isNamed(cell, 'm:e')))
    .map((cells) => cells.map(inside).join(' & '))
    .join(' \\\\ ')

const known: Record<string, string> = {
  '\\': '\\backslash ',
  '−': '-',
  '∗': '*',
  '\u2061': '',
  '\u2062': '',
  '\u00a0': ' ',
}

/** Letters of a formula; those that mean something in LaTeX stand for themselves. */
const signs = (words: string): string =>
  words
    .normalize('NFKC')
    .replace(/[\\−∗\u2061\u2062\u00a0]/gu, (sign) => known[sign] ?? sign)
    .replace(/(?<!\\backslash )[&%#_{}$^~]/g, (sign) =>
      sign === '^' ? '\\hat{}' : sign === '~' ? '\\sim ' : `\\${sign}`,
    )
