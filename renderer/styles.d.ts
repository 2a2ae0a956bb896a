/** Stylesheets are imported for their effect; the build collects them. */
declare module '*.css'

/** A file's text, put into the bundle as it is; say that it is one where it is imported. */
declare module '*?raw'
