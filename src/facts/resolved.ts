import type { Place } from './place.js';

/** All the cases a value can take. A rule speaks when every case is absent or some case is wrong; unknown is silence. */
export interface Resolved<T> {
  readonly cases: readonly Case<T>[];
}

export type Case<T> =
  | { readonly status: 'known'; readonly value: T; readonly at: Place }
  /** Proven missing in *this* case. */
  | { readonly status: 'absent'; readonly at?: Place }
  | { readonly status: 'unknown'; readonly why: UnknownReason };

export type UnknownReason = 'environment' | 'dynamic' | 'not-linked' | 'budget' | 'version';

/**
 * How it is known that this is the library, strongest first: resolved import; declared type; another file
 * (registration, call site, type augmentation); the `(req, res)` shape of a handler. A bare name is never enough.
 */
export type Identity = 'import' | 'type' | 'linked' | 'shape';
