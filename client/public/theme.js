// Before the first paint, so that no one who chose dark sees a white flash. A file of its own: the
// page's policy allows no inline script. The rest is in app/theme.ts.
;(() => {
  const chosen = localStorage.getItem('atelier.theme')
  if (chosen === 'light' || chosen === 'dark') document.documentElement.dataset.theme = chosen
})()
