/** Who has the keyboard once an item is off its list: the next one, the one before, or the way to add one. */
export function heirOfItem(item: string): HTMLElement | null {
  const row = document.querySelector(`[data-item="${CSS.escape(item)}"]`)
  const beside = row?.nextElementSibling ?? row?.previousElementSibling
  const more = beside?.querySelector<HTMLElement>('.checklist-more')
  return more ?? row?.closest('[data-checklist]')?.querySelector('.checklist-add') ?? null
}
