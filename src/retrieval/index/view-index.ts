import { asInManifest } from './as-in-manifest.ts';
import type { Held, IndexHolder } from './hold-index.ts';
import type { FolderLook } from './look-at-folder.ts';
import type { CorpusIndex } from './open.ts';

/** An index that is held, with what it shows. */
export interface Shown {
  readonly held: CorpusIndex;
  readonly index: CorpusIndex;
}

/** Gives what an index that is held shows by the latest look; null before there are both. */
export function viewIndexes(
  holder: IndexHolder,
  latest: () => FolderLook | null,
): (as: Held) => Shown | null {
  const views = new Map<Held, Shown & { readonly look: FolderLook }>();
  return (as) => {
    const held = holder.held(as);
    const look = latest();
    if (held === null || look === null) return null;
    const known = views.get(as);
    if (known?.held === held && known.look === look) return known;
    const view = { held, look, index: asInManifest(held, look.standing) };
    views.set(as, view);
    return view;
  };
}
