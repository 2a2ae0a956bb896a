import { randomBytes, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

/** Why a request is turned away; each has its sentence in the texts under `serve.<reason>`. */
export type Refusal = 'wrong-host' | 'wrong-method' | 'need-link' | 'link-used'

export type Access = {
  /** The address that lets one browser in, once. */
  readonly link: string
  /** The cookie for a browser that came with the link, if this request does; the link is used up by it. */
  enter(url: URL): { cookie: string } | Refusal
  /** Whether a request comes to our own address, and not from another site's page. */
  checkAddress(request: IncomingMessage): Refusal | null
  /** Whether the browser has been let in. */
  checkCookie(request: IncomingMessage): Refusal | null
}

const secret = () => randomBytes(32).toString('base64url')

const same = (given: string, kept: string): boolean => {
  const [left, right] = [Buffer.from(given), Buffer.from(kept)]
  return left.length === right.length && timingSafeEqual(left, right)
}

const cookieOf = (request: IncomingMessage, name: string): string => {
  const pairs = (request.headers.cookie ?? '').split(';').map((pair) => pair.trim().split('='))
  return pairs.find(([key]) => key === name)?.[1] ?? ''
}

/**
 * Who may speak to the serve door on this port. Another site's page can make a browser send requests here, and a changed
 * name server can give our address another name; so the Host, the Origin and a cookie must all be right. Cookies do not
 * know ports, so the port is in its name.
 */
export function createAccess(port: number): Access {
  const hosts = new Set([`127.0.0.1:${port}`, `localhost:${port}`])
  const origins = new Set([...hosts].map((host) => `http://${host}`))
  const cookieName = `handhold-${port}`
  const session = secret()
  let token: string | null = secret()

  return {
    link: `http://127.0.0.1:${port}/?token=${token}`,
    enter(url) {
      if (token === null) return 'link-used'
      if (!same(url.searchParams.get('token') ?? '', token)) return 'need-link'
      token = null
      return { cookie: `${cookieName}=${session}; HttpOnly; SameSite=Strict; Path=/` }
    },
    checkAddress({ headers, method }) {
      if (!hosts.has(headers.host ?? '')) return 'wrong-host'
      if (headers.origin !== undefined && !origins.has(headers.origin)) return 'wrong-host'
      return method === 'GET' || method === 'HEAD' ? null : 'wrong-method'
    },
    checkCookie: (request) => (same(cookieOf(request, cookieName), session) ? null : 'need-link'),
  }
}
