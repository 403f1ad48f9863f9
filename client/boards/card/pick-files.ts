/** Asks for files of any kind. Only while a key or a press is handled. */
export function pickFiles(add: (files: readonly File[]) => void): void {
  const input = document.createElement('input')
  input.type = 'file'
  input.multiple = true
  input.addEventListener('change', () => add([...(input.files ?? [])]))
  input.click()
}
