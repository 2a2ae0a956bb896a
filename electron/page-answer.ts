import { readFile } from 'node:fs/promises'
import { contentType } from './page-files.ts'
import { pagePolicy } from './page-policy.ts'

/** Where the window's pages live. A scheme of our own: a page of `file:` could read other files. */
export const PAGE_SCHEME = 'handhold'
export const PAGE_URL = `${PAGE_SCHEME}://app/index.html`

const headers = (type: string): Record<string, string> => ({
  'content-type': type,
  'content-security-policy': pagePolicy(),
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), usb=(), screen-wake-lock=(self)',
  'cross-origin-opener-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
})

/**
 * Answers one request for a page's file. `files`: what may be asked for, by path. Another host, another method or an unknown path gets
 * 404 and nothing else.
 */
export async function answerPage(
  files: ReadonlyMap<string, string>,
  request: { readonly url: string; readonly method: string },
): Promise<Response> {
  const url = URL.parse(request.url)
  const asked = url?.host === 'app' && (request.method === 'GET' || request.method === 'HEAD')
  const file = asked ? files.get(url.pathname) : undefined
  const type = file === undefined ? undefined : contentType(file)
  if (file === undefined || type === undefined)
    return new Response(null, { status: 404, headers: headers('text/plain') })
  const body = request.method === 'HEAD' ? null : new Uint8Array(await readFile(file))
  return new Response(body, { status: 200, headers: headers(type) })
}
