/** Which kinds of files people may bring: the setting FILE_TYPES. */

/** `*`, a type such as `image/png` or `image/*`, an ending such as `.pdf`, or `programs`. */
type Rule = string
export type FileTypes = { taken: Rule[]; refused: Rule[] }

const isRule = /^(\*|programs|\.[a-z0-9]{1,16}|[a-z0-9.+-]+\/(\*|[a-z0-9.+-]+))$/

/** Separated by commas or spaces; `!` before a rule refuses. Null where one is none. */
export function parseFileTypes(text: string): FileTypes | null {
  const rules = text
    .toLowerCase()
    .split(/[\s,]+/)
    .filter(Boolean)
  if (rules.length === 0 || !rules.every((rule) => isRule.test(rule.replace(/^!/, '')))) return null
  const refused = rules.filter((rule) => rule.startsWith('!')).map((rule) => rule.slice(1))
  const taken = rules.filter((rule) => !rule.startsWith('!'))
  return { taken: taken.length > 0 ? taken : ['*'], refused }
}

/** Everything but what a computer runs as soon as somebody opens it. */
export const usualFileTypes: FileTypes = { taken: ['*'], refused: ['programs'] }

/** `mime` is what its bytes say; the ending is only what it is called. */
export type FileKind = { mime: string; name: string }

export const takesFile = ({ taken, refused }: FileTypes, kind: FileKind): boolean =>
  taken.some((rule) => fits(rule, kind)) && !refused.some((rule) => fits(rule, kind))

function fits(rule: Rule, { mime, name }: FileKind): boolean {
  // What Windows leaves away at the end of a name.
  const ending = /\.([^.]*)$/.exec(name.toLowerCase().replace(/[\s.]+$/, ''))?.[1] ?? ''
  if (rule === '*') return true
  if (rule === 'programs') return programMimes.has(mime) || programEndings.has(ending)
  if (rule.startsWith('.')) return rule.slice(1) === ending
  return rule.endsWith('/*') ? mime.startsWith(rule.slice(0, -1)) : mime === rule
}

const programMimes = new Set([
  'application/x-msdownload',
  'application/vnd.microsoft.portable-executable',
  'application/x-elf',
  'application/x-mach-binary',
  'application/java-vm',
  'application/java-archive',
  'application/vnd.android.package-archive',
  'application/x-ms-shortcut',
  'application/x-apple-diskimage',
  'application/x-rpm',
  'application/x-deb',
])

/** What mail programs refuse as well. */
const programEndings = new Set(
  (
    'apk app appimage application appx appxbundle bat chm cmd com cpl deb dll dmg exe gadget hta inf ins ' +
    'iso jar jnlp js jse lnk mde msc msi msix msixbundle msp mst pif pkg ps1 psm1 reg rpm scf scr ' +
    'sct settingcontent-ms sys url vb vbe vbs wsc wsf wsh xll'
  ).split(' '),
)
