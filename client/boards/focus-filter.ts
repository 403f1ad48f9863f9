export const focusFilter = (): void =>
  document.querySelector<HTMLElement>('.board input[type="search"]')?.focus()
