// Filters, links and keys of the report. Everything can be read without it.
(() => {
  'use strict'
  const find = id => document.getElementById(id)
  const all = (selector, within = document) => [...within.querySelectorAll(selector)]
  const index = JSON.parse(find('index').textContent)
  const form = find('filters')
  const help = find('help')
  const views = all('.view')
  const articles = index.groups.map(group => find(group.id))
  const sections = all('.topic')
  const FIELDS = ['q', 'topic', 'source', 'verdict', 'relation']
  const EMPTY = { view: 'overview', q: '', topic: '', source: '', verdict: '', relation: '', at: '' }
  const DIVERGING = 2 // the place in index.relations from which on they diverge
  let state = { ...EMPTY }
  let shown = new Set()

  // ---- lazy parts: markup in <noscript>, which is text here, made elements when it comes into view ------------------

  const markupOf = lazy => lazy.firstChild.textContent
  const watcher = new IntersectionObserver(entries => {
    for (const entry of entries) if (entry.isIntersecting) inflate(entry.target)
  }, { rootMargin: '100% 0px' })

  function inflate(holder) {
    watcher.unobserve(holder)
    for (const lazy of all('.lazy', holder)) lazy.outerHTML = markupOf(lazy)
    filterRows(holder)
  }

  // The rest is made while nothing else happens, so that searching in the browser and screen readers find it.
  const whenIdle = window.requestIdleCallback || (act => setTimeout(() => act({ timeRemaining: () => 12 }), 50))
  function inflateRest(idle) {
    let lazy
    while (idle.timeRemaining() > 5 && (lazy = document.querySelector('.view.on .lazy'))) inflate(lazy.parentElement)
    if (document.querySelector('.view.on .lazy')) whenIdle(inflateRest)
  }

  function locate(id) {
    const lazy = find(id) ? null : all('.lazy').find(lazy => markupOf(lazy).includes(` id="${id}"`))
    if (lazy) inflate(lazy.parentElement)
    return find(id)
  }

  const ENTITIES = { '&lt;': '<', '&gt;': '>', '&amp;': '&' }
  const plain = markup => markup.replace(/<[^>]*>/g, '').replace(/&(?:lt|gt|amp);/g, entity => ENTITIES[entity])
  function wordsIn(node) {
    if (node.className === 'lazy') return plain(markupOf(node))
    if (node.nodeType !== Node.ELEMENT_NODE || !node.querySelector('.lazy')) return node.textContent
    return [...node.childNodes].map(wordsIn).join(' ')
  }

  // ---- state and address ----------------------------------------------------------------------------------------

  function readHash() {
    const hash = location.hash.slice(1)
    if (!hash.includes('=')) return hash ? goingTo(decode(hash), EMPTY) : { ...EMPTY }
    const read = { ...EMPTY }
    for (const [name, value] of new URLSearchParams(hash)) if (name in EMPTY) read[name] = value
    if (!views.some(view => view.id === read.view)) read.view = 'overview'
    return read
  }

  function decode(text) {
    try { return decodeURIComponent(text) } catch { return text }
  }

  function writeHash(next) {
    const params = new URLSearchParams()
    for (const [name, value] of Object.entries(next)) if (value) params.set(name, value)
    return '#' + params
  }

  // The state in which a place is seen: its view, and no filter that hides it.
  function goingTo(id, from) {
    const target = locate(id)
    const view = target && target.closest('.view')
    if (!view) return { ...from }
    const next = { ...from, view: view.id, at: target === view ? '' : id }
    const hides = target !== view && target.closest('[hidden]')
    return hides ? { ...EMPTY, view: next.view, at: next.at } : next
  }

  function go(next, { replace = false, focus = true } = {}) {
    history[replace ? 'replaceState' : 'pushState'](null, '', writeHash(next))
    show(next, { focus })
  }

  // ---- filters --------------------------------------------------------------------------------------------------

  const fold = text => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  const folded = new Map()
  function holds(element, words) {
    if (!words.length) return true
    if (!folded.has(element)) folded.set(element, fold(wordsIn(element)))
    return words.every(word => folded.get(element).includes(word))
  }
  const wordsOf = query => fold(query).split(/\s+/).filter(Boolean)
  const isFiltered = one => FIELDS.some(name => one[name])

  function matching(one) {
    const words = wordsOf(one.q)
    const silent = one.source.startsWith('!')
    const source = one.source ? index.sources.indexOf(one.source.slice(silent ? 1 : 0)) : null
    const relation = index.relations.indexOf(one.relation)
    const relates = ([a, b, which]) => (source === null || silent || a === source || b === source) &&
      (one.relation === 'diverging' ? which >= DIVERGING : which === relation)
    return new Set(index.groups.filter((group, number) =>
      (!one.topic || group.topic === one.topic) &&
      (!one.verdict || group.verdict === one.verdict) &&
      (source === null || group[silent ? 'silent' : 'sources'].includes(source)) &&
      (!one.relation || group.pairs.some(relates)) &&
      holds(articles[number], words)
    ).map(group => group.id))
  }

  // Claims without a counterpart have no verdict; what is left of them are topic and text.
  function passes(element) {
    const { topic, verdict, relation, source, q } = state
    const topics = (element.dataset.topics || '').split('\n')
    return !verdict && !relation && !source && (!topic || topics.includes(topic)) && holds(element, wordsOf(q))
  }

  function filterRows(within) {
    for (const row of all('.said tbody tr', within)) {
      row.hidden = row.dataset.group ? !shown.has(row.dataset.group) : isFiltered(state) && !passes(row)
    }
  }

  function filter() {
    shown = matching(state)
    const filtered = isFiltered(state)
    const topics = new Set(index.groups.filter(group => shown.has(group.id)).map(group => group.topic))
    articles.forEach(article => { article.hidden = !shown.has(article.id) })
    for (const section of sections) section.hidden = filtered && !topics.has(section.dataset.topic)
    for (const rest of all('.clash, .rest, .apart')) rest.hidden = filtered
    for (const dated of all('.dated')) dated.hidden = !shown.has(dated.dataset.group)
    for (const speaker of all('.speaker')) {
      const grouped = speaker.dataset.groups.split(' ').some(group => shown.has(group))
      speaker.hidden = filtered && !grouped && !('topics' in speaker.dataset && passes(speaker))
    }
    filterRows(document)
    const only = state.source.startsWith('!') ? '' : state.source
    for (const part of all('.document')) {
      part.hidden = Boolean(only && part.dataset.source !== only) || !holds(part, wordsOf(state.q))
    }
    find('shown').textContent = tellShown()
  }

  function tellShown() {
    const counted = index.groups.length.toLocaleString('en')
    const whole = `${counted} ${index.groups.length === 1 ? 'group' : 'groups'}`
    if (!isFiltered(state)) return whole
    const told = `${shown.size.toLocaleString('en')} of ${whole}`
    return shown.size ? told : `${told}. Nothing matches; “Show everything” takes the filters off.`
  }

  // ---- showing --------------------------------------------------------------------------------------------------

  let applied = null
  function show(next, { focus = true } = {}) {
    state = next
    const choices = JSON.stringify(FIELDS.map(name => state[name]))
    if (choices !== applied) filter()
    applied = choices
    for (const name of FIELDS) if (form.elements[name].value !== state[name]) form.elements[name].value = state[name]
    for (const view of views) view.classList.toggle('on', view.id === state.view)
    for (const link of all('nav a')) {
      if (link.hash.slice(1) === state.view) link.setAttribute('aria-current', 'page')
      else link.removeAttribute('aria-current')
    }
    for (const marked of all('.at')) marked.classList.remove('at')
    const target = state.at && locate(state.at)
    if (target) reveal(target, focus)
    else if (focus) {
      scrollTo(0, 0)
      find(`${state.view}-h`).focus({ preventScroll: true })
    }
    whenIdle(inflateRest)
  }

  function reveal(target, focus) {
    const pieces = target.classList.contains('pin') ? all(`[data-c~="${CSS.escape(target.id)}"]`) : [target]
    for (const piece of pieces) piece.classList.add('at')
    const first = pieces[0] || target
    inflate(first)
    if (!first.hasAttribute('tabindex')) first.setAttribute('tabindex', '-1')
    if (focus) first.focus({ preventScroll: true })
    settle(first, first.matches('.group, h3, .dated') ? 'start' : 'center')
  }

  // What comes into view gets its real height only then, and moves the place: it is followed until it keeps still.
  let settling = 0
  function settle(element, block) {
    const turn = ++settling
    let top = NaN
    let still = 0
    const follow = frames => {
      if (turn !== settling) return
      still = Math.abs(element.getBoundingClientRect().top - top) < 1 ? still + 1 : 0
      if (!still) element.scrollIntoView({ block })
      top = element.getBoundingClientRect().top
      if (still < 10 && frames) requestAnimationFrame(() => follow(frames - 1))
    }
    follow(90)
  }
  for (const act of ['wheel', 'touchstart', 'keydown', 'mousedown']) {
    addEventListener(act, () => { settling += 1 }, { capture: true, passive: true })
  }

  // ---- what people do -------------------------------------------------------------------------------------------

  // Where a link stands, so that going back leads there again.
  function placeOf(link) {
    let before = link.closest('sup')
    while (before && !before.dataset.c) before = before.previousElementSibling
    if (before) return before.dataset.c.split(' ').pop()
    const holder = link.closest('figure[id], .group, .dated')
    return holder ? holder.id : state.at
  }

  document.addEventListener('click', event => {
    const link = event.target.closest('a[href^="#"]')
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return
    const id = decode(link.getAttribute('href').slice(1))
    if (id === 'main') return
    event.preventDefault()
    history.replaceState(null, '', writeHash({ ...state, at: placeOf(link) }))
    const chosen = link.dataset.set
    go(chosen ? { ...EMPTY, ...Object.fromEntries(new URLSearchParams(chosen)), view: 'groups', at: id } : goingTo(id, state))
  })

  form.addEventListener('input', () => {
    const next = { ...state, at: '' }
    for (const name of FIELDS) next[name] = form.elements[name].value
    if (isFiltered(next) && next.view === 'overview') next.view = 'groups'
    go(next, { replace: true, focus: false })
  })
  form.addEventListener('submit', event => event.preventDefault())
  const showEverything = () => go({ ...EMPTY, view: state.view }, { focus: false })
  form.addEventListener('reset', event => { event.preventDefault(); showEverything() })
  history.scrollRestoration = 'manual'
  addEventListener('popstate', () => show(readHash()))
  addEventListener('beforeprint', () => inflate(document.body))
  find('help-open').addEventListener('click', () => help.showModal())
  find('help-close').addEventListener('click', () => help.close())

  function step(by) {
    const seen = articles.filter(article => !article.hidden)
    if (!seen.length) return
    let position = seen.indexOf(document.activeElement.closest('.group'))
    if (position < 0 && state.view === 'groups') {
      position = seen.findIndex(article => article.getBoundingClientRect().bottom > 0) - (by > 0 ? 1 : 0)
    }
    const next = seen[Math.min(seen.length - 1, Math.max(0, position + by))]
    go({ ...state, view: 'groups', at: next.id }, { replace: true })
  }

  const search = () => {
    find('fold').open = true
    find('q').focus()
  }
  const KEYS = { '/': search, j: () => step(1), k: () => step(-1), '?': () => help.showModal() }
  document.addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey || help.open) return
    const typing = event.target.matches('input, select, textarea')
    if (event.key === 'Escape') {
      if (typing) event.target.blur()
      else if (isFiltered(state)) showEverything()
      return
    }
    if (typing || !find('keys').checked) return
    const view = views[Number(event.key) - 1]
    const act = KEYS[event.key] || (view && (() => go({ ...state, view: view.id, at: '' })))
    if (!act) return
    event.preventDefault()
    act()
  })

  const narrow = matchMedia('(max-width: 56rem)')
  const fit = () => { find('fold').open = !narrow.matches }
  narrow.addEventListener('change', fit)
  fit()
  for (const lazy of all('.lazy')) watcher.observe(lazy.parentElement)
  show(readHash(), { focus: location.hash.includes('at=') || (location.hash && !location.hash.includes('=')) })
})()
