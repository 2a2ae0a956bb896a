import { useSyncExternalStore } from 'react'

/** Where the screen is. `practise` is the first screen of the practice world. */
export type Route =
  | { readonly name: 'home' }
  | { readonly name: 'practise' }
  | { readonly name: 'history' }
  | { readonly name: 'case'; readonly caseId: string }
  /** An attempt of a case, played again. */
  | { readonly name: 'replay'; readonly caseId: string; readonly attemptId: string }
  /** What the history says, and how it is kept. */
  | { readonly name: 'insight' }
  | { readonly name: 'keeping' }
  /** The library of codes, with the card of one of them. */
  | { readonly name: 'codes'; readonly code: string | null }
  | { readonly name: 'settings' }
  | { readonly name: 'welcome' }
  | { readonly name: 'manual' }

/** The route that a hash names (`#/history/<id>`); anything unknown is the first screen. */
export function parseRoute(hash: string): Route {
  const [name, id, part] = hash.replace(/^#\/?/, '').split('/')
  if (name === 'practise') return { name: 'practise' }
  if (name === 'history' && id && part)
    return { name: 'replay', caseId: decodeURIComponent(id), attemptId: decodeURIComponent(part) }
  if (name === 'history') return id ? { name: 'case', caseId: decodeURIComponent(id) } : { name: 'history' }
  if (name === 'insight' || name === 'keeping') return { name }
  if (name === 'codes') return { name: 'codes', code: id ? decodeURIComponent(id) : null }
  if (name === 'settings') return { name: 'settings' }
  if (name === 'welcome' || name === 'manual') return { name }
  return { name: 'home' }
}

/** The hash of a route, for links. */
export function routeHash(route: Route): string {
  if (route.name === 'home') return '#/'
  if (route.name === 'case') return `#/history/${encodeURIComponent(route.caseId)}`
  if (route.name === 'replay')
    return `#/history/${encodeURIComponent(route.caseId)}/${encodeURIComponent(route.attemptId)}`
  if (route.name === 'codes' && route.code !== null) return `#/codes/${encodeURIComponent(route.code)}`
  return `#/${route.name}`
}

export function goTo(route: Route): void {
  location.hash = routeHash(route)
}

const subscribe = (listener: () => void) => {
  window.addEventListener('hashchange', listener)
  return () => window.removeEventListener('hashchange', listener)
}

/** The present route, drawn again when the hash changes. */
export function useRoute(): Route {
  return parseRoute(useSyncExternalStore(subscribe, () => location.hash))
}
