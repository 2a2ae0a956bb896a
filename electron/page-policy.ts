/**
 * What the pages may do, behind either door: load what is ours, nothing inline, nothing from elsewhere, no frames around
 * them. `wires`: addresses besides their own that they may connect to.
 */
export const pagePolicy = (...wires: string[]): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "font-src 'self'",
    "img-src 'self' data:",
    "media-src 'self'",
    ["connect-src 'self'", ...wires].join(' '),
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
