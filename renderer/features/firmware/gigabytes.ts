const BYTES = 1e9

/** A file's size as people know it, to a tenth. */
export const gigabytes = (bytes: number): number => Math.round((bytes / BYTES) * 10) / 10
