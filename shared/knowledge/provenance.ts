/** How sure a row of knowledge is. `unconfirmed` rows are never stated to a user as fact. */
export type Confidence = 'documented' | 'reported' | 'inferred' | 'unconfirmed'

/** Every row of knowledge carries where it comes from and how sure it is. */
export type Provenance = { readonly source: string; readonly confidence: Confidence }
