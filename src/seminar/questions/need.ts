import type { FacetKind } from '../grounding/facets.ts';

/**
 * What a stem cannot do without: a statement of some kind, the situation told, something that is said
 * to be wrong, a topic of ordinary work (of which one may ask what to drop), or a principle.
 */
export type Need = FacetKind | 'situation' | 'trouble' | 'ordinary' | 'principle';
