import { useState } from 'react'

const key = 'atelier.sidebar'

/** Beside the page on wide screens (remembered), a drawer over it on narrow ones. */
export function useSidebar() {
  const [isOpen, setOpen] = useState(() => localStorage.getItem(key) !== 'hidden')
  const [drawer, setDrawer] = useState(false)
  const toggle = () => {
    localStorage.setItem(key, isOpen ? 'hidden' : 'shown')
    setOpen(!isOpen)
  }
  return { isOpen, toggle, drawer, setDrawer }
}
