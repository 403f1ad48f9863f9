/** The skills with those that are typed: one, or several with commas between them; each once. */
export function withTyped(skills: readonly string[], typed: string): string[] {
  const said = typed.split(',').map((one) => one.trim())
  return [...new Set([...skills, ...said.filter(Boolean)])]
}
