/** A request to the card process before it has a number and a card: each of a union by itself. */
export type Unaddressed<R> = R extends unknown ? Omit<R, 'kind' | 'id' | 'insertion'> : never;
